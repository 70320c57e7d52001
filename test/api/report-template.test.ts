import { beforeAll, expect, test } from 'vitest'
import type { Board, Round } from '../../schema/api/boards.ts'
import type { SheetReceipt, StoredReport } from '../../schema/api/reports.ts'
import type { Cell } from '../../worker/domain/sheets/cell.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import { aBoard, anOpenRound, aUnit, inOrder, sends } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let county: TestCounty
let board: Board
let round: Round
beforeAll(async () => {
  county = await aCounty('410822')
  board = await aBoard(county)
  round = await anOpenRound(county, board)
})

const pathOf = (where: string) => county.at(`/rounds/${round.id}/reports/${where}/sheet`)

/** The template as whoever downloads it sees it: a title, the headings, a row a village. */
async function downloads(by: Client, where: string) {
  const answer = await by.get(pathOf(where))
  expect(answer.status, answer.text).toBe(200)
  const read = await readSheet(answer.bytes)
  if (!read.ok) throw new Error(read.problem)
  const [[title, header = [], ...rows] = []] = read.sheets.map((sheet) => sheet.rows)
  return { answer, title: title?.[0], header, rows }
}

/** Fills the columns after the names and sends the file back. */
async function returns(by: Client, where: string, rows: Cell[][], header: readonly Cell[]) {
  const file = await writeXlsx([
    {
      name: '填好的',
      title: '三色榜',
      header: header.map(String),
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : (cell ?? null)))),
    },
  ])
  const type = { 'content-type': 'application/octet-stream' }
  const answer = await by.send('POST', pathOf(where), file, type)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as SheetReceipt
}

test('every township’s template comes back filled in with each village known', async () => {
  for (const { id, name } of county.townships) {
    const villages = county.villagesOf(id)
    if (villages.length === 0) continue
    const { title, header, rows } = await downloads(county.office, `township/${id}`)
    expect(title).toBe('三色榜 第 1 期')
    expect(header).toEqual(['乡镇', '村名', '名次'])
    expect(rows.map(([township, village]) => [township, village])).toEqual(
      villages.map((village) => [name, village.name]),
    )
    const filled = rows.map(([township = null, village = null], at) => [township, village, at + 1])
    const receipt = await returns(county.office, `township/${id}`, filled, header)
    expect(receipt.applied, name).toBe(true)
    expect(receipt.rows.map(({ subject }) => subject)).toEqual(villages.map((village) => village.id))
    expect(receipt.warnings).toEqual([])
  }
})

test('an English template with households returns whole; what has been said stands in it', async () => {
  await aUnit(county, 'drones')
  const office = await county.member('county_admin')
  office.language = 'en'
  const { header, rows } = await downloads(office, 'drone/drones')
  expect(header).toEqual(['Township', 'Village', 'Count', 'Exposure'])
  const filled = rows.map(([township = null, village = null], at) => [township, village, at % 7, 100 + at])
  const receipt = await returns(office, 'drone/drones', filled, header)
  expect(receipt.applied).toBe(true)
  expect(receipt.rows).toHaveLength(county.areas.filter(({ level }) => level === 'village').length)
  const again = await downloads(office, 'drone/drones')
  expect(again.rows[1]?.slice(2)).toEqual([1, 101])
})

test('a group gets its villages, without those another group has scored or that are exempt', async () => {
  const [first, second] = county.townships.filter(({ id }) => county.villagesOf(id).length > 3)
  const [a, b, c] = county.villagesOf(first?.id ?? '').map(({ id }) => id)
  await aUnit(county, 'north', [first?.id ?? ''])
  await aUnit(county, 'rest')
  await sends(county, county.office, round, 'inspection', 'rest', [{ subject: a ?? '', value: 80 }])
  const exempt = await county.office.put(county.at(`/rounds/${round.id}/exemptions/${b}`), { reason: '搬迁' })
  expect(exempt.status, exempt.text).toBe(200)
  const names = (await downloads(county.office, 'inspection/north')).rows.map(([, village]) => village)
  const expected = county.villagesOf(first?.id ?? '').filter(({ id }) => id !== a && id !== b)
  expect(names).toEqual(expected.map(({ name }) => name))
  expect(expected[0]?.id).toBe(c)
  const inspector = await county.member('inspector', 'north')
  expect((await inspector.get(pathOf('inspection/north'))).status).toBe(200)
  expect((await inspector.get(pathOf(`township/${second?.id}`))).status).toBe(403)
})

test('a report made from one that is no longer there does not take the new one’s place', async () => {
  const township = county.townships.find(({ id }) => county.villagesOf(id).length > 3)?.id ?? ''
  const fresh = await anOpenRound(county, await aBoard(county, { owner: township }))
  const path = county.at(`/rounds/${fresh.id}/reports/township/${township}`)
  const by = county.office
  const put = (basedOn: string | null, reversed = false) =>
    by.put(path, { entries: inOrder(county, township, reversed), basedOn })
  expect((await put(null)).status).toBe(200)
  const refused = await put(null, true)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ type: '/problems/report-newer' })
  const { sentAt } = (await by.get(path)).body as StoredReport
  const both = await Promise.all([put(sentAt, true), put(sentAt, true)])
  // The same words twice are one report; other words based on the one before are not.
  expect(both.map(({ status }) => status)).toContain(200)
  expect((await put(sentAt)).status).toBe(409)
  // Without a word of what it is based on it replaces whatever is there, as machines do.
  expect((await by.put(path, { entries: inOrder(county, township) })).status).toBe(200)
})
