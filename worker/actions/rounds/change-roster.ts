import { and, eq, sql } from 'drizzle-orm'
import type { RosterEntry, Round, RoundState } from '../../../schema/api/boards.ts'
import { round } from '../../../schema/tables/county.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireRound, roundOf } from './require-round.ts'
import { freezeRoster } from './roster.ts'

/**
 * Brings an open round's roster up to date with the areas. Exemptions stay, and who has left stays as exempt, so that
 * reports already in keep their meaning. Errors: not_found, forbidden, round_not_open, conflict, too_many_subjects.
 */
export async function refreshRoster(context: CountyContext, id: string): Promise<Round> {
  const found = await requireRound(context, id, 'round.write')
  if (found.round.state !== 'open') throw new Problem('round_not_open')
  const fresh = await freezeRoster(context.db, found.board)
  const before = new Map(found.round.roster.map((entry) => [entry.id, entry]))
  const still = new Set(fresh.map((entry) => entry.id))
  const roster = [
    ...fresh.map((entry) => (before.get(entry.id)?.exempt ? { ...entry, exempt: true } : entry)),
    ...found.round.roster
      .filter((entry) => !still.has(entry.id))
      .map((entry) => ({ ...entry, exempt: true })),
  ]
  const added = fresh.filter((entry) => !before.has(entry.id)).map((entry) => entry.id)
  const left = found.round.roster.filter((entry) => !still.has(entry.id)).map((entry) => entry.id)
  return changeRoster(context, found.round, roster, ['open'], 'round.roster', { added, left })
}

/** Takes a subject out of a round's comparison, with a reason. Errors: not_found, forbidden, round_published, conflict. */
export async function exempt(
  context: CountyContext,
  id: string,
  subject: string,
  reason: string,
): Promise<Round> {
  const { round: found } = await requireRound(context, id, 'round.write')
  const roster = withSubject(found.roster, subject, (entry) => ({ ...entry, exempt: true }))
  return changeRoster(context, found, roster, ['open', 'closed'], 'round.exempt', { subject, reason })
}

/** Brings an exempted subject back. Errors as `exempt`. */
export async function unexempt(context: CountyContext, id: string, subject: string): Promise<Round> {
  const { round: found } = await requireRound(context, id, 'round.write')
  const roster = withSubject(found.roster, subject, ({ exempt: _, ...entry }) => entry)
  return changeRoster(context, found, roster, ['open', 'closed'], 'round.unexempt', { subject })
}

function withSubject(
  roster: readonly RosterEntry[],
  subject: string,
  change: (entry: RosterEntry) => RosterEntry,
): RosterEntry[] {
  if (!roster.some((entry) => entry.id === subject)) throw new Problem('not_found')
  return roster.map((entry) => (entry.id === subject ? change(entry) : entry))
}

/** The version read guards the whole: what came in between is not overwritten but answered with 409. */
async function changeRoster(
  context: CountyContext,
  found: RoundRow,
  roster: RosterEntry[],
  states: RoundState[],
  verb: string,
  detail: Record<string, unknown>,
): Promise<Round> {
  const { db } = context
  if (found.state === 'published') throw new Problem('round_published')
  const mine = eq(round.id, found.id)
  const unchanged = and(
    mine,
    eq(round.version, found.version),
    sql`${round.state} in (select value from json_each(${JSON.stringify(states)}))`,
  )
  const [[changed]] = await withNudge(context, () =>
    db.write(
      db.update(round, { roster, version: sql`version + 1` }, unchanged ?? mine),
      record(context, verb, found.id, detail, sql`changes() > 0`),
    ),
  )
  if (!changed) throw new Problem('conflict')
  return roundOf(changed)
}
