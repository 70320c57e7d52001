import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Objection } from '../../schema/api/consequences.ts'
import { round as rounds } from '../../schema/tables/county.ts'
import { aBoard, anOpenRound, auditOf, standingsOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aClosedWeek, consequencesOf, objects, publishes, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  villages = county.villagesOf(township).map(({ id }) => id)
})

const last = () => villages.at(-1) ?? ''
const aTownshipWeek = async () =>
  aClosedWeek(county, await aBoard(county, { policy: ranksAlone, owner: township }))

function rules(objection: { id: string }, ruling: object, by: Client = county.office) {
  return by.put(county.at(`/objections/${objection.id}/ruling`), ruling)
}

/** The objector was in fact the best of its township. */
function upheld(subject: string) {
  const amendments = [
    { source: 'township', subject, value: 1 },
    { source: 'township', subject: villages[0], value: villages.length },
  ]
  return { upheld: true, reason: '照片确属邻村', amendments }
}

async function bandOf(round: { id: string }, subject: string) {
  const { standings } = await standingsOf(county, county.office, round)
  return standings.find((standing) => standing.subject === subject)?.band
}

test('a village objects while its round is closed, and an objection upheld changes the standings', async () => {
  const round = await aTownshipWeek()
  const secretary = await county.member('village_secretary', last())
  const objection = await objects(county, secretary, round, last())
  expect(objection).toMatchObject({ round: round.id, subject: last(), state: 'pending', ruledAt: null })
  expect(await bandOf(round, last())).toBe('red')

  const ruled = await rules(objection, upheld(last()))
  expect(ruled.status, ruled.text).toBe(200)
  expect(ruled.body).toMatchObject({ id: objection.id, state: 'upheld', reason: '照片确属邻村' })
  expect(await bandOf(round, last())).toBe('green')
  expect(await bandOf(round, villages[0] ?? '')).toBe('red')

  const again = await rules(objection, { upheld: false, reason: '反悔' })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ type: '/problems/already-ruled' })
  expect(await auditOf(county, objection.id)).toEqual(['objection.file', 'objection.rule'])

  expect((await publishes(county, round)).status).toBe(200)
  expect(await bandOf(round, last())).toBe('green')
})

test('an objection rejected leaves the standings and their version alone', async () => {
  const round = await aTownshipWeek()
  const versionOf = async () => (await county.db.first(rounds, eq(rounds.id, round.id)))?.version
  const before = await versionOf()
  const objection = await objects(county, county.office, round, last())
  const ruled = await rules(objection, { upheld: false, reason: '复核无误' })
  expect(ruled.body).toMatchObject({ state: 'rejected', amendments: [] })
  expect(await bandOf(round, last())).toBe('red')
  expect(await versionOf()).toBe(before)
})

test('nobody objects to a round still open or already published', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const open = await anOpenRound(county, board)
  const words = { subject: last(), text: '不服' }
  const early = await county.office.post(county.at(`/rounds/${open.id}/objections`), words)
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/objections-closed' })
  const round = await aTownshipWeek()
  await publishes(county, round)
  const late = await county.office.post(county.at(`/rounds/${round.id}/objections`), words)
  expect(late.status).toBe(409)
})

test('a village speaks and reads for itself, a township for its villages, and neither for others', async () => {
  const board = await aBoard(county, { policy: ranksAlone })
  const round = await aClosedWeek(county, board)
  const path = county.at(`/rounds/${round.id}/objections`)
  const elsewhere = county.villagesOf(county.townships[3]?.id ?? '')[0]?.id ?? ''
  const secretary = await county.member('village_secretary', last())
  const reporter = await county.member('township_reporter', township)
  const words = (subject: string | undefined) => ({ subject, text: '不服' })
  expect((await secretary.post(path, words(villages[0]))).status).toBe(403)
  expect((await reporter.post(path, words(elsewhere))).status).toBe(403)
  expect((await county.office.post(path, words('nobody'))).status).toBe(422)
  const inspector = await county.member('drone_operator', await aGroup())
  expect((await inspector.post(path, words(last()))).status).toBe(403)

  await objects(county, secretary, round, last())
  await objects(county, reporter, round, villages[0] ?? '')
  await objects(county, county.office, round, elsewhere)
  const seenBy = async (client: Client) => {
    const list = await client.get(path)
    expect(list.status, list.text).toBe(200)
    return (list.body as { items: Objection[] }).items.map(({ subject }) => subject).sort()
  }
  expect(await seenBy(secretary)).toEqual([last()])
  expect(await seenBy(reporter)).toEqual([villages[0], last()].sort())
  expect(await seenBy(county.office)).toEqual([villages[0], last(), elsewhere].sort())
  const [objection] = ((await county.office.get(path)).body as { items: Objection[] }).items
  const leader = await county.member('township_leader', township)
  expect((await rules({ id: objection?.id ?? '' }, { upheld: false, reason: '-' }, leader)).status).toBe(403)
})

async function aGroup(): Promise<string> {
  const answer = await county.office.post(county.at('/units'), { name: '无人机组', kind: 'group' })
  return (answer.body as { id: string }).id
}

test('the same objection sent again is the same objection, and its id is good for no other', async () => {
  const round = await aTownshipWeek()
  const path = county.at(`/rounds/${round.id}/objections`)
  const body = { id: 'objection-1', subject: last(), text: '不服' }
  const first = await county.office.post(path, body)
  const again = await county.office.post(path, body)
  expect(again.status).toBe(201)
  expect(again.body).toEqual(first.body)
  expect((await county.office.post(path, { ...body, text: '另一件' })).status).toBe(409)
})

test('amendments go with upholding only, and must be able to stand', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const rejected = await rules(objection, { ...upheld(last()), upheld: false })
  expect(rejected.status).toBe(422)
  expect(rejected.body).toMatchObject({ type: '/problems/amendments-without-upholding' })
  const unsound = await rules(objection, {
    ...{ upheld: true, reason: '-' },
    amendments: [{ source: 'township', subject: last(), value: villages.length + 1 }],
  })
  expect(unsound.status).toBe(422)
  expect(unsound.body).toMatchObject({ errors: [{ path: 'amendments.0.value' }] })
  const list = await county.office.get(county.at(`/rounds/${round.id}/objections`))
  expect(list.body).toMatchObject({ items: [{ state: 'pending' }] })
})

test('a pending objection holds publication up; published all the same, its actions rest until the ruling', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const blocked = await publishes(county, round)
  expect(blocked.status).toBe(409)
  expect(blocked.body).toMatchObject({ missing: [], objections: [objection.id] })
  const waived = await publishes(county, round, { waive: '周一再议' })
  expect(waived.status, waived.text).toBe(200)
  const interviewOf = async (subject: string) => {
    const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
    const found = actions.find(({ subjects }) => subjects[0] === subject)
    return found && { state: found.state, reason: found.reason }
  }
  expect(await interviewOf(last())).toEqual({ state: 'paused', reason: '周一再议' })
  expect(await interviewOf(villages.at(-2) ?? '')).toEqual({ state: 'proposed', reason: null })

  const ruled = await rules(objection, { upheld: false, reason: '复核无误' })
  expect(ruled.status, ruled.text).toBe(200)
  expect(await interviewOf(last())).toEqual({ state: 'proposed', reason: null })
  expect((await standingsOf(county, county.office, round)).revision).toBe(1)
})

test('an objection upheld after publication corrects the round in the same step', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  await publishes(county, round, { waive: '周一再议' })
  const ruled = await rules(objection, upheld(last()))
  expect(ruled.status, ruled.text).toBe(200)
  const { revision } = await standingsOf(county, county.office, round)
  expect(revision).toBe(2)
  expect(await bandOf(round, last())).toBe('green')
  const [interview] = (
    await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
  ).filter(({ subjects }) => subjects[0] === last())
  expect(interview).toMatchObject({ state: 'cancelled', reason: '照片确属邻村' })
  const summary = await county.office.get(county.at(`/rounds/${round.id}/revisions`))
  expect(summary.body).toMatchObject({ items: [{ reason: '周一再议' }, { reason: '照片确属邻村' }] })
})

test('of two rulings at once one stands', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const answers = await Promise.all([
    rules(objection, upheld(last())),
    rules(objection, { upheld: false, reason: '复核无误' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const won = answers.find(({ status }) => status === 200)?.body as Objection
  expect(await bandOf(round, last())).toBe(won.state === 'upheld' ? 'green' : 'red')
})
