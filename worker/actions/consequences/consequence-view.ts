import { sql } from 'drizzle-orm'
import type { Consequence, PromiseCount, Schedule } from '../../../schema/api/consequences.ts'
import { round } from '../../../schema/tables/county.ts'
import { type ConsequenceRow, countPromises } from '../../data/consequences.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type Ids, listOf } from '../../data/found-ids.ts'
import type { RoundRow } from '../../data/rounds.ts'

/** One consequence as the API shows it. */
export async function shownConsequence(db: CountyDb, row: ConsequenceRow): Promise<Consequence> {
  const [shown] = await consequencesOf(db, [row])
  if (!shown) throw new Error(`consequence ${row.id} is not shown`)
  return shown
}

/**
 * Consequences as the API shows them, with the names on the rosters of their rounds (one row a round) and what of
 * their promises is kept.
 */
export async function consequencesOf(db: CountyDb, rows: readonly ConsequenceRow[]): Promise<Consequence[]> {
  if (rows.length === 0) return []
  const recorded = rows.flatMap(({ id, state }) => (state === 'recorded' ? [id] : []))
  const rounds = rows.map((row) => row.round)
  return consequencesFrom(rows, await db.together(...selectAround(db, { rounds, recorded })))
}

/** What some consequences are shown with: their rounds' rosters, and the promises of those recorded. */
export function selectAround(db: CountyDb, { rounds, recorded }: { rounds: Ids; recorded: Ids }) {
  const named = sql`${round.id} in ${listOf(rounds)}`
  return [db.select(round, named, { pick: ['id', 'no', 'roster'] }), countPromises(db, recorded)] as const
}

type Around = readonly [
  readonly Pick<RoundRow, 'id' | 'no' | 'roster'>[],
  readonly { consequence: string; state: string; n: number; dueOn: string }[],
]

/** Consequences as the API shows them, by what `selectAround` has read with them. */
export function consequencesFrom(rows: readonly ConsequenceRow[], [rounds, counts]: Around): Consequence[] {
  const byId = new Map(
    rounds.map(({ id, no, roster }) => {
      const names = roster.flatMap((entry): [string, string][] => [
        [entry.id, entry.name],
        [entry.township, entry.townshipName],
      ])
      return [id, { no, names: new Map(names.reverse()) }]
    }),
  )
  return rows.map((row) => {
    const { no = 0, names = new Map<string, string>() } = byId.get(row.round) ?? {}
    const { id, kind, band, township, subjects, posts, state, reason, dueOn, record } = row
    return {
      ...{ id, kind, band, round: row.round, roundNo: no, township, subjects, posts, state, reason, dueOn },
      townshipName: township === null ? null : (names.get(township) ?? township),
      subjectNames: subjects.map((subject) => names.get(subject) ?? subject),
      ...{ record, stage: row.stage ?? 'proposed', schedule: scheduleOf(row) },
      ...{ followUpOn: row.followUpOn, completedAt: row.completedAt, completionNote: row.completionNote },
      cancelledByHand: row.cancelledBy !== null,
      promises: promiseCount(counts.filter(({ consequence }) => consequence === id)),
    }
  })
}

function scheduleOf({ scheduledFor, venue, host }: ConsequenceRow): Schedule | null {
  return scheduledFor === null ? null : { at: scheduledFor, venue: venue ?? '', host: host ?? '' }
}

function promiseCount(counts: readonly { state: string; n: number; dueOn: string }[]): PromiseCount {
  const open = counts.find(({ state }) => state === 'open')
  const done = counts.find(({ state }) => state === 'done')
  return { open: open?.n ?? 0, done: done?.n ?? 0, nextDueOn: open?.dueOn ?? null }
}
