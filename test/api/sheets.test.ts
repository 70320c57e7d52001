import { beforeAll, expect, test } from 'vitest'
import type { Round } from '../../schema/api/boards.ts'
import type { SheetReceipt } from '../../schema/api/reports.ts'
import { writeCsv, writeXlsx } from '../../worker/files/sheets/write.ts'
import inspection from '../cases/sheets/inspection-jingtai.xlsx?url&inline'
import luyang from '../cases/sheets/township-luyang-messy.xlsx?url&inline'
import xiquan from '../cases/sheets/township-xiquan-gb18030.csv?url&inline'
import yitiaoshan from '../cases/sheets/township-yitiaoshan-clean.xlsx?url&inline'
import { aBoard, anOpenRound, aUnit, auditOf, standingsOf, twoSources } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aWorkbook } from '../unit/sheets/workbooks.ts'

let jingtai: TestCounty
let boai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
  boai = await aCounty('410822')
  for (const county of [jingtai, boai]) await aUnit(county, 'group-1')
})

const bytesOf = (dataUrl: string) =>
  Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
const xlsxOf = (rows: [string, string | number][], header = ['村名', '得分']) =>
  writeXlsx([{ name: '打分', header, rows }])
const townshipNamed = (county: TestCounty, name: string) =>
  county.townships.find((township) => township.name.endsWith(name))?.id ?? ''

async function uploads(
  county: TestCounty,
  by: Client,
  round: Round,
  where: string,
  bytes: Uint8Array,
  query = '',
) {
  const answer = await by.send(
    'POST',
    county.at(`/rounds/${round.id}/reports/${where}/sheet${query}`),
    bytes,
    {
      'content-type': 'application/octet-stream',
    },
  )
  return { ...answer, receipt: answer.body as SheetReceipt }
}

test.each([
  ['一条山镇', yitiaoshan, 15],
  ['芦阳镇', luyang, 13],
  ['喜泉镇', xiquan, 18],
])('the sheet of %s is read, looked at first and then applied', async (name, file, villages) => {
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const township = townshipNamed(jingtai, name)
  const reporter = await jingtai.member('township_reporter', township)
  const where = `township/${township}`
  const dry = await uploads(jingtai, reporter, round, where, bytesOf(file), '?dryRun=true')
  expect(dry.status, dry.text).toBe(200)
  expect(dry.receipt).toMatchObject({ applied: false, warnings: [] })
  expect(dry.receipt.rows).toHaveLength(villages)
  const path = jingtai.at(`/rounds/${round.id}/reports/${where}`)
  expect((await reporter.get(path)).status).toBe(404)

  const sent = await uploads(jingtai, reporter, round, where, bytesOf(file))
  expect(sent.receipt).toEqual({ ...dry.receipt, applied: true })
  const stored = await reporter.get(path)
  expect((stored.body as { entries: unknown[] }).entries).toHaveLength(villages)
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send'])
})

test('the inspection sheet of all 151 villages makes a draft', async () => {
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const sent = await uploads(jingtai, jingtai.office, round, 'inspection/group-1', bytesOf(inspection))
  expect(sent.receipt).toMatchObject({ applied: true })
  expect((await standingsOf(jingtai, jingtai.office, round)).standings).toHaveLength(151)
})

test('a name of two townships, an unknown one and a village twice stop the whole sheet until each is settled', async () => {
  const { office, areas } = boai
  const twins = areas.filter(({ name }) => name.startsWith('王保村'))
  expect(twins.map(({ parent }) => parent)).toHaveLength(2)
  const [other, another] = areas.filter(({ level, name }) => level === 'village' && !name.includes('王保'))
  const round = await anOpenRound(boai, await aBoard(boai, { policy: twoSources }))
  const sheet = await xlsxOf([
    ['王保村', 91],
    ['无此地村', 80],
    [other?.name ?? '', 70],
    [other?.name ?? '', 71],
  ])
  const where = 'inspection/group-1'
  const refused = await uploads(boai, office, round, where, sheet)
  expect(refused.status, refused.text).toBe(200)
  expect(refused.receipt.applied).toBe(false)
  expect(refused.receipt.rows.map(({ row, error }) => [row, error?.code])).toEqual([
    [2, 'ambiguous'],
    [3, 'unknown'],
    [4, 'duplicate'],
    [5, 'duplicate'],
  ])
  const suggested = refused.receipt.rows[0]?.suggestions?.map(({ subject }) => subject).sort()
  expect(suggested).toEqual(twins.map(({ id }) => id).sort())
  expect(refused.receipt.rows[2]?.error?.message).toContain('4、5')
  expect((await office.get(boai.at(`/rounds/${round.id}/reports/${where}`))).status).toBe(404)

  const picks = `?pick=2:${twins[0]?.id}&pick=3:&pick=5:${another?.id}`
  const settled = await uploads(boai, office, round, where, sheet, picks)
  expect(settled.receipt).toMatchObject({ applied: true })
  const stored = await office.get(boai.at(`/rounds/${round.id}/reports/${where}`))
  expect((stored.body as { entries: unknown[] }).entries).toEqual([
    { subject: twins[0]?.id, value: 91 },
    { subject: other?.id, value: 70 },
    { subject: another?.id, value: 71 },
  ])
})

test('a village that another group has scored is said at its row', async () => {
  const { office, villagesOf } = jingtai
  await aUnit(jingtai, 'group-2')
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const village = villagesOf(townshipNamed(jingtai, '芦阳镇'))[0]?.name ?? ''
  const sheet = await xlsxOf([[village, 91]])
  await uploads(jingtai, office, round, 'inspection/group-1', sheet)
  const second = await uploads(jingtai, office, round, 'inspection/group-2', sheet)
  expect(second.status).toBe(200)
  expect(second.receipt).toMatchObject({
    applied: false,
    rows: [{ row: 2, error: { code: 'reported_elsewhere', message: expect.stringContaining(village) } }],
  })
})

test('a sheet sent for another township, or after closing, is refused like any report', async () => {
  const { office, at, member } = jingtai
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const [mine, other] = [townshipNamed(jingtai, '芦阳镇'), townshipNamed(jingtai, '喜泉镇')]
  const reporter = await member('township_reporter', mine)
  expect((await uploads(jingtai, reporter, round, `township/${other}`, bytesOf(luyang))).status).toBe(403)
  const wrong = await uploads(jingtai, office, round, `township/${other}`, bytesOf(luyang))
  expect(wrong.receipt).toMatchObject({
    applied: false,
    rows: [{ error: { code: 'outside_scope' } }, ...Array(12).fill({})],
  })
  await office.put(at(`/rounds/${round.id}/closure`), {})
  expect((await uploads(jingtai, reporter, round, `township/${mine}`, bytesOf(luyang))).status).toBe(409)
})

/** The head of an old compound file, with the name of its one stream. */
const compound = (stream: string) =>
  Uint8Array.from(
    [...`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${'\0'.repeat(500)}${[...stream].join('\0')}\0`].map((letter) =>
      letter.charCodeAt(0),
    ),
  )
const anOutsideEntity = () =>
  aWorkbook([{ name: '表', xml: '<sheetData/>' }], {
    'xl/sharedStrings.xml':
      '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
  })
const say = (text: string) => new TextEncoder().encode(text)

test.each<[string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
  ['nothing', () => new Uint8Array(0), 422, 'sheet-empty'],
  ['an old Excel file', () => compound('Workbook'), 415, 'sheet-old-excel'],
  ['a WPS file', () => compound('ETExtData'), 415, 'sheet-wps-et'],
  ['an outside entity', () => anOutsideEntity(), 422, 'sheet-forbidden-markup'],
  ['a PDF', () => say('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 415, 'sheet-pdf'],
  ['a web page', () => say('<html><body><table></table></body></html>'), 415, 'sheet-web-page'],
  [
    'a bomb',
    () => aWorkbook([{ name: '表', xml: `<!--${'0'.repeat(36 * 1024 * 1024)}-->` }]),
    413,
    'sheet-expands-too-much',
  ],
  ['a sheet of no names', () => writeCsv({ header: ['甲', '乙'], rows: [[1, 2]] }), 422, 'sheet-no-table'],
  [
    'a sheet without the column',
    () => xlsxOf([['芦阳村', 1]], ['村名', '名次']),
    422,
    'sheet-no-value-column',
  ],
  ['5 MB', () => new Uint8Array(5_000_000).fill(65), 413, 'too-large'],
])('%s is refused with a word on what to do, and nothing is stored', async (_, make, status, code) => {
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const refused = await uploads(jingtai, jingtai.office, round, 'inspection/group-1', await make())
  expect(refused.status, refused.text).toBe(status)
  expect(refused.body).toMatchObject({ type: `/problems/${code}`, detail: expect.stringMatching(/.{6}/) })
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open'])
})

test('a pick that names no row is refused', async () => {
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const where = 'inspection/group-1'
  for (const query of ['?pick=x', '?pick=0:a', '?pick=1:a:b', '?unknown=1', '?dryRun=perhaps']) {
    const refused = await uploads(jingtai, jingtai.office, round, where, bytesOf(inspection), query)
    expect(refused.status).toBe(422)
  }
})
