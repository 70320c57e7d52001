import { beforeAll, expect, test } from 'vitest'
import type { HistoryImport, PastRound } from '../../schema/api/history.ts'
import { aBoard, anOpenRound, auditOf, inOrder, roundsOf, sends, standingsOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, consequencesOf, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  villages = county.villagesOf(township).map(({ id }) => id)
})

const aTownshipBoard = () => aBoard(county, { policy: ranksAlone, owner: township })
const last = () => villages.at(-1) ?? ''
const week = (no: number, bands: Record<string, string>) => ({
  ...{ no, closedAt: `2026-01-0${no}T10:00:00.000Z`, bands },
})

function brings(board: { id: string }, body: unknown) {
  return county.office.post(county.at(`/boards/${board.id}/history`), body)
}

async function pastOf(board: { id: string }, query = '') {
  const answer = await county.office.get(county.at(`/boards/${board.id}/history${query}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: PastRound[] }).items
}

test('streaks go on from the colours of before, and escalate with the first published week', async () => {
  const board = await aTownshipBoard()
  const brought = await brings(board, [week(2, { [last()]: 'red' }), week(1, { [last()]: 'yellow' })])
  expect(brought.status, brought.text).toBe(201)
  expect(brought.body).toEqual({ rounds: 2, renumbered: 0 })
  const round = await aPublishedWeek(county, board)
  expect(round.no).toBe(3)
  const { standings } = await standingsOf(county, county.office, round)
  expect(standings.find(({ subject }) => subject === last())).toMatchObject({ band: 'red', streak: 2 })
  const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
  const leaders = actions.filter(({ posts }) => posts.some(({ post }) => post === 'top_lead'))
  expect(leaders.map(({ subjects }) => subjects)).toEqual([[last()]])

  const past = await pastOf(board)
  expect(past.map(({ no, imported }) => [no, imported])).toEqual([
    [3, false],
    [2, true],
    [1, true],
  ])
  expect(past[1]?.standings).toEqual({ [last()]: { band: 'red', streak: 1 } })
  expect((await pastOf(board, '?cursor=2')).map(({ no }) => no)).toEqual([1])
})

test('rounds not yet published move up behind what is brought in, and their drafts know it', async () => {
  const board = await aTownshipBoard()
  const open = await anOpenRound(county, board)
  await sends(county, county.office, open, 'township', township, inOrder(county, township))
  expect(open.no).toBe(1)
  const brought = await brings(
    board,
    [1, 2, 3].map((no) => week(no, { [last()]: 'red' })),
  )
  expect(brought.body).toEqual({ rounds: 3, renumbered: 3 })
  const rounds = await roundsOf(county, board)
  expect(rounds.map(({ id, no }) => [id, no])).toEqual([[open.id, 4]])
  const { standings } = await standingsOf(county, county.office, open)
  expect(standings.find(({ subject }) => subject === last())).toMatchObject({ band: 'red', streak: 4 })
})

test('a number brought in again is replaced, and the streaks after it are counted anew', async () => {
  const board = await aTownshipBoard()
  const red = (no: number) => week(no, { [last()]: 'red' })
  await brings(board, [red(1), red(2), red(3)])
  await brings(board, [week(2, { [last()]: 'green' })])
  const past = await pastOf(board)
  expect(past.map(({ no, standings }) => [no, standings[last()]])).toEqual([
    [3, { band: 'red', streak: 1 }],
    [2, { band: 'green', streak: 1 }],
    [1, { band: 'red', streak: 1 }],
  ])
  expect(await auditOf(county, board.id)).toEqual(['board.add', 'board.history', 'board.history'])
})

test('after the first publication the past is settled', async () => {
  const board = await aTownshipBoard()
  await aPublishedWeek(county, board)
  const late = await brings(board, [week(1, { [last()]: 'red' })])
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ type: '/problems/history-closed' })
})

test('an unknown village, a township in a board of villages, a number twice: nothing is brought in', async () => {
  const board = await aTownshipBoard()
  const wrong = await brings(board, [
    week(1, { nobody: 'red', [last()]: 'red' }),
    week(1, { [township]: 'green' }),
  ])
  expect(wrong.status).toBe(422)
  const { errors } = wrong.body as { errors: { path: string }[] }
  expect(errors.map(({ path }) => path)).toEqual(['0.bands.nobody', '1.no', `1.bands.${township}`])
  expect(await pastOf(board)).toEqual([])
  const reporter = await county.member('township_reporter', township)
  const refused = await reporter.post(county.at(`/boards/${board.id}/history`), [week(1, {})])
  expect(refused.status).toBe(403)
})

const csv = (rows: string[][]) => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))
const nameOf = (id: string) => county.areas.find((area) => area.id === id)?.name ?? ''

async function sheet(board: { id: string }, rows: string[][], query = ''): Promise<HistoryImport> {
  const path = county.at(`/boards/${board.id}/history/imports${query}`)
  const answer = await county.office.post(path, csv(rows), { 'content-type': 'text/csv' })
  expect(answer.status, answer.text).toBe(200)
  return answer.body as HistoryImport
}

test('a sheet of past colours is read, shown, and brought in once every row is clear', async () => {
  const board = await aTownshipBoard()
  const head = ['乡镇', '村名', '第1期', '第2期']
  const good = [head, [nameOf(township), nameOf(last()), '黄', '红']]
  const misspelt = await sheet(board, [...good, [nameOf(township), '没有这个村', '绿', '绿']])
  expect(misspelt.applied).toBe(false)
  expect(misspelt.rows.map(({ error }) => error?.code)).toEqual([undefined, 'unknown'])
  expect(misspelt.rows[1]?.error?.message).toContain('没有这个村')
  const dry = await sheet(board, good, '?dryRun=true')
  expect(dry).toMatchObject({ applied: false, weeks: [{ no: 1 }, { no: 2 }] })
  expect(await pastOf(board)).toEqual([])

  const done = await sheet(board, good)
  expect(done).toEqual({ ...dry, applied: true, weeks: done.weeks })
  const past = await pastOf(board)
  expect(past.map(({ no, standings }) => [no, standings[last()]?.band])).toEqual([
    [2, 'red'],
    [1, 'yellow'],
  ])
  expect((past[0]?.closedAt ?? '') > (past[1]?.closedAt ?? '')).toBe(true)
})

test('a file that is no sheet of colours is refused with what to do', async () => {
  const board = await aTownshipBoard()
  const path = county.at(`/boards/${board.id}/history/imports`)
  const pdf = await county.office.post(path, new TextEncoder().encode('%PDF-1.7'), {})
  expect(pdf.body).toMatchObject({ type: '/problems/sheet-pdf' })
  const plain = await county.office.post(
    path,
    csv([
      ['村名', '备注'],
      [nameOf(last()), '无'],
    ]),
    {},
  )
  expect(plain.status).toBe(422)
})
