import { inArray } from 'drizzle-orm'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { round } from '../../../schema/tables/county.ts'
import type { ConsequenceRow } from '../../data/consequences.ts'
import type { CountyDb } from '../../data/county-db.ts'

/** Consequences as the API shows them, with the names on the rosters of their rounds: one row a round. */
export async function consequencesOf(db: CountyDb, rows: readonly ConsequenceRow[]): Promise<Consequence[]> {
  const ids = [...new Set(rows.map((row) => row.round))]
  if (ids.length === 0) return []
  const rounds = await db.find(round, inArray(round.id, ids), { pick: ['id', 'no', 'roster'] })
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
      record,
    }
  })
}
