import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Board, Cadence, Round, RoundDetail } from '../../schema/api/boards.ts'
import type { Entry, Policy, Standings } from '../../schema/api/ranking.ts'
import type { RoundStandings } from '../../schema/api/standings.ts'
import { audit } from '../../schema/tables/county.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

export const friday: Cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' }

/** Ranks by the township alone, or with a score by any group: small enough to follow by hand. */
export const twoSources: Policy = {
  sources: [
    { key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true },
    { key: 'inspection', kind: 'score', scope: 'county', weight: 2 },
  ],
  method: 'percentile',
  minSources: 1,
  tieBreakers: [],
  bands: { green: { top: 30 }, red: { bottom: 30 } },
}

/** A board as asked for, by default the county's three-colour one. */
export async function aBoard(
  { office, at }: TestCounty,
  wanted: { policy?: Policy; cadence?: Cadence; owner?: string; subject?: string; visibility?: string } = {},
): Promise<Board> {
  const campaign = await office.post(at('/campaigns'), {
    name: '四抓四促',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
  })
  const answer = await office.post(at('/boards'), {
    campaign: (campaign.body as { id: string }).id,
    name: '三色榜',
    ...{ subject: 'village', cadence: friday, policy: threeColourTemplate },
    ...wanted,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body as Board
}

/** The board's round for the current period, opened by the office. */
export async function anOpenRound({ office, at }: TestCounty, board: Board, body = {}): Promise<Round> {
  const answer = await office.post(at(`/boards/${board.id}/rounds`), body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body as Round
}

/** A group of the county, with an id of choice. */
export async function aUnit({ office, at }: TestCounty, id: string, covers: string[] = []): Promise<string> {
  const answer = await office.post(at('/units'), { id, name: `第${id}组`, kind: 'group', covers })
  expect(answer.status, answer.text).toBe(201)
  return id
}

export function sends(
  county: TestCounty,
  by: Client,
  round: { id: string },
  source: string,
  reporter: string,
  entries: readonly Entry[],
): Promise<Answer> {
  return by.put(county.at(`/rounds/${round.id}/reports/${source}/${reporter}`), { entries })
}

/** A township's villages ranked in the order of their codes, or the other way round. */
export function inOrder(county: TestCounty, township: string, reversed = false): Entry[] {
  const villages = county.villagesOf(township)
  return villages.map(({ id }, at) => ({ subject: id, value: reversed ? villages.length - at : at + 1 }))
}

export async function standingsOf(
  { at }: TestCounty,
  by: Client,
  round: { id: string },
): Promise<RoundStandings> {
  const answer = await by.get(at(`/rounds/${round.id}/standings`))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as RoundStandings
}

/** Only what a golden case states. */
export function bare({ bandsClamped, unranked, standings }: RoundStandings): Standings {
  return {
    bandsClamped,
    unranked: unranked.map(({ subject }) => ({ subject, reason: 'too_few_sources' })),
    standings: standings.map(({ subject, rank, key, band, streak, borderline, score }) => ({
      ...{ subject, rank, key, band, streak, borderline },
      ...(score === undefined ? {} : { score }),
    })),
  }
}

export async function detailOf({ office, at }: TestCounty, round: { id: string }): Promise<RoundDetail> {
  const answer = await office.get(at(`/rounds/${round.id}`))
  return answer.body as RoundDetail
}

export async function roundsOf({ office, at }: TestCounty, board: { id: string }): Promise<Round[]> {
  const answer = await office.get(at(`/boards/${board.id}/rounds`))
  return (answer.body as { items: Round[] }).items
}

/** The county as its jobs see it, at some moment, with a meter of its own. */
export async function clockAt(county: TestCounty, at: string | Date): Promise<CountyContext> {
  const context = await systemContext(env, county.id, new Date(at))
  if (!context) throw new Error('no county')
  Object.assign(context.db.cost, { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 })
  return context
}

/** What was done to a target, in order, as the county's audit has it; what was refused is another matter. */
export async function auditOf(county: TestCounty, target: string): Promise<string[]> {
  const rows = await county.db.find(audit, eq(audit.target, target), { orderBy: audit.id })
  return rows.map(({ verb }) => verb).filter((verb) => verb !== 'access.denied')
}
