import { eq } from 'drizzle-orm'
import type { Policy } from '../../../schema/api/ranking.ts'
import { chance } from '../../../schema/demo/chance.ts'
import { area } from '../../../schema/tables/county.ts'
import { addUnit } from '../../../worker/actions/areas/units.ts'
import { addBoard } from '../../../worker/actions/boards/add-board.ts'
import { addCampaign } from '../../../worker/actions/boards/campaigns.ts'
import { openRound } from '../../../worker/actions/rounds/open-round.ts'
import { writeXlsx } from '../../../worker/files/sheets/write.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { calculated, hasCalc } from './calc.ts'
import { exactRanks } from './exact.ts'
import { type Listed, officeWorkbook, ranksIn, weights } from './office-sheet.ts'

const runs = 3

/**
 * The same three lists merged as a county office does it, with formulas in LibreOffice Calc, and by the service: three
 * spreadsheets uploaded, standings read. Calc's time is that of starting, opening, calculating and saving; its start
 * apart is taken on an empty workbook right before. Ranks are held against whole numbers: where Calc's are others, rounding has split a tie.
 */
export async function benchSpreadsheet(): Promise<BenchRow[]> {
  if (!(await hasCalc())) {
    console.log('  LibreOffice (soffice) is not on this machine: skipped')
    return []
  }
  const rows: BenchRow[] = []
  for (const code of ['620423', '310115']) rows.push(...(await withHostedCounty(code, compared)))
  return rows
}

async function compared(county: HostedCounty): Promise<BenchRow[]> {
  const villages = await listsOf(county)
  const board = await anOfficeBoard(county)
  const own: number[] = []
  const sheet: number[] = []
  const merging: number[] = []
  let differing = { calc: 0, own: 0 }
  for (let run = -1; run < runs; run++) {
    const round = await openRound(await county.context(), board, period(run + 1))
    const files = await Promise.all(weights.map((_, list) => fileOf(villages, list)))
    const began = performance.now()
    const ranks = await uploaded(county, round.id, files)
    const took = performance.now() - began
    const empty = await calculated(officeWorkbook([]))
    const calc = await calculated(officeWorkbook(villages))
    const theirs = ranksIn(calc.csv)
    const right = exactRanks(villages)
    const wrong = (given: ReadonlyMap<string, number>) =>
      villages.filter(({ code }) => given.get(code) !== right.get(code)).length
    differing = { calc: wrong(theirs), own: wrong(ranks) }
    if (run < 0) continue
    own.push(took)
    sheet.push(calc.milliseconds)
    merging.push(calc.milliseconds - empty.milliseconds)
  }
  const of = (name: string) => `${name}, ${villages.length} villages`
  const value = median(own)
  return [
    {
      ...{ name: of('upload of three sheets to standings'), value, unit: 'ms' },
      ...{ baseline: median(sheet), ratio: value / median(sheet) },
    },
    { name: of('Calc, its start apart'), value: median(merging), unit: 'ms' },
    { name: of('ranked wrongly by Calc'), value: differing.calc, unit: 'n' },
    { name: of('ranked wrongly by the service'), value: differing.own, unit: 'n' },
  ]
}

/** Scores to half a point and counts of problems, so that equal sums are as common as on an office's desk. */
async function listsOf({ context }: HostedCounty): Promise<Listed[]> {
  const { db } = await context()
  const areas = await db.find(area, eq(area.level, 'village'), { orderBy: area.id })
  const townships = await db.find(area, eq(area.level, 'township'))
  const names = new Map(townships.map(({ id, name }) => [id, name]))
  const luck = chance(areas.length)
  const score = () => 60 + Math.floor(luck.uniform() * 80) / 2
  return areas.map(({ id, name, parent }) => ({
    ...{ code: id, name, township: names.get(parent ?? '') ?? '' },
    values: [score(), score(), Math.floor(luck.uniform() * 25)] as const,
  }))
}

const sources = ['self', 'inspection', 'drone'] as const

/** A board that weighs ranks as the office's sheet does: nothing else decides. */
async function anOfficeBoard({ context }: HostedCounty): Promise<string> {
  const office = await context()
  for (const id of sources) await addUnit(office, { id, name: id, kind: 'group' })
  const year = { startsOn: '2026-01-01', endsOn: '2027-12-31' }
  const campaign = await addCampaign(office, { name: '农村人居环境整治行动', ...year })
  const policy: Policy = {
    sources: [
      { key: 'self', kind: 'score', scope: 'county', weight: weights[0] },
      { key: 'inspection', kind: 'score', scope: 'county', weight: weights[1] },
      { key: 'drone', kind: 'count', scope: 'county', weight: weights[2] },
    ],
    ...{ method: 'rank_sum', minSources: 3, tieBreakers: [] },
    bands: { green: { top: 30 }, red: { bottom: 30 } },
  }
  const board = await addBoard(office, {
    ...{ campaign: campaign.id, name: '村级榜', subject: 'village', visibility: 'members', policy },
    cadence: { every: 'month', closesOn: 28, closesAt: '18:00' },
  })
  return board.id
}

/** One round after the other, a day each, so that none is in the other's way. */
function period(turn: number) {
  const day = 86_400_000
  const opens = Date.now() + turn * 2 * day
  return { opensAt: new Date(opens).toISOString(), closesAt: new Date(opens + day).toISOString() }
}

async function fileOf(villages: readonly Listed[], list: number): Promise<Uint8Array<ArrayBuffer>> {
  const header = ['乡镇', '村名', list === 2 ? '问题数' : '得分']
  const rows = villages.map(({ township, name, values }) => [township, name, values[list] ?? null])
  return new Uint8Array(await writeXlsx([{ name: '榜', title: '榜', header, widths: [24, 32, 12], rows }]))
}

/** Village → rank, once the three files are in. */
async function uploaded(
  { host, id, token }: HostedCounty,
  round: string,
  files: readonly Uint8Array<ArrayBuffer>[],
): Promise<Map<string, number>> {
  const base = `${host.url}/api/v1/counties/${id}/rounds/${round}`
  const authorization = `Bearer ${token}`
  for (const [list, body] of files.entries()) {
    const headers = { authorization, 'content-type': 'application/octet-stream' }
    const path = `/reports/${sources[list]}/${sources[list]}/sheet`
    const answer = await asked(base + path, { method: 'POST', headers, body })
    if (!answer.applied) throw new Error(`the sheet of ${sources[list]} was not taken`)
  }
  const { standings } = await asked(`${base}/standings`, { headers: { authorization } })
  return new Map((standings ?? []).map(({ subject, rank }) => [subject, rank]))
}

type Answer = { applied?: boolean; standings?: { subject: string; rank: number }[] }

async function asked(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}
