import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Board, BoardChange } from '../../../schema/api/boards.ts'
import type { Policy } from '../../../schema/api/ranking.ts'
import { board, report, round } from '../../../schema/tables/county.ts'
import { findOwnedBoard } from '../../data/boards.ts'
import { type CountyDb, NotAsRead } from '../../data/county-db.ts'
import { showSnapshot } from '../../data/snapshots.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireCan } from '../require.ts'
import { freezeRoster } from '../rounds/roster.ts'
import { boardOf } from './add-board.ts'
import { boardTarget } from './board-target.ts'
import { requireKnownSheets, requireSoundPolicy } from './sound-policy.ts'

/**
 * Changes a board. A new policy also becomes that of its rounds still open; one that removes or redefines a source
 * is refused while reports for that source stand in them. Errors: not_found, forbidden, policy_unsound, policy_in_use.
 */
export async function changeBoard(context: CountyContext, id: string, change: BoardChange): Promise<Board> {
  const { db, member } = context
  const found = await findOwnedBoard(db, id)
  if (!found) throw new Problem('not_found')
  requireCan(member, 'board.write', boardTarget(found.owner))
  if (change.policy) {
    requireSoundPolicy(change.policy)
    await requireKnownSheets(db, change.policy)
  }
  if (Object.keys(change).length === 0) return boardOf(found.board)

  const subjects = change.policy ? (await freezeRoster(db, found.board)).length : undefined
  const redefined = change.policy ? redefinedSources(found.board.policy, change.policy) : []
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const [changed] = await withNudge(context, () => {
    const writing = db.write(
      db.demand(nothingReported(db, id, redefined)),
      db.update(board, set, eq(board.id, id)),
      record(context, 'board.change', id, set),
      ...(change.policy ? [refreezePolicy(db, id, change.policy)] : []),
      ...(change.visibility || change.shows ? [showSnapshot(db, id)] : []),
    )
    return writing
      .then(([, rows]) => rows)
      .catch((error: unknown) => {
        if (error instanceof NotAsRead) throw new Problem('policy_in_use', { sources: redefined.join(', ') })
        throw error
      })
  })
  if (!changed) throw new Problem('not_found')
  return boardOf(changed, subjects)
}

/** That no open round of the board has a report for any of these sources. */
function nothingReported(db: CountyDb, id: string, sources: readonly string[]): SQL {
  const open = sql`select id from ${round} where county = ${db.county} and board = ${id} and state = 'open'`
  const listed = sql`select value from json_each(${JSON.stringify(sources)})`
  return db.absent(report, sql`${report.round} in (${open}) and ${report.source} in (${listed})`)
}

function refreezePolicy(db: CountyDb, id: string, policy: Policy) {
  const open = and(eq(round.board, id), eq(round.state, 'open'))
  return db.update(round, { policy, version: sql`version + 1` }, open ?? eq(round.board, id))
}

/** Sources whose reports would mean something else, or nothing, under the new policy. */
function redefinedSources(before: Policy, after: Policy): string[] {
  return before.sources
    .filter((old) => {
      const now = after.sources.find(({ key }) => key === old.key)
      const same = now?.kind === old.kind && now.scope === old.scope && !now.exposed === !old.exposed
      return !same || now.derivedFrom !== old.derivedFrom
    })
    .map(({ key }) => key)
}
