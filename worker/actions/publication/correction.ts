import type { Amendment, Standings } from '../../../schema/api/ranking.ts'
import type { RevisionEffect } from '../../../schema/api/revisions.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectRevision, selectRevisionInput } from '../../data/revisions.ts'
import type { OwnedRound, RoundRow } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { countSettled, type Settlement } from '../../domain/consequences/settle.ts'
import { changes } from '../../domain/ranking/changes.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { settleRound, settleStatements } from '../consequences/settle-round.ts'
import type { CountyContext } from '../context.ts'
import { pendingUnchanged, readBoardPast } from './board-past.ts'
import { requireSoundAmendments } from './check-amendments.ts'
import { aftermath } from './later-rounds.ts'
import { type Publishing, publicationBatch, publishRound } from './publication-batch.ts'
import { type Reading, readingOf } from './reading.ts'

/** A correction worked out but not stored: the new revisions, and what each does to its round's actions. */
export type Correction = {
  publishing: Publishing
  effects: { reading: Reading; before: Standings; settlements: Settlement[]; pending: number }[]
}

/**
 * Works out the next revision of a published round: its frozen inputs with these amendments after the earlier ones,
 * and the revisions of later rounds that follow. `ruled` is an objection that counts as decided already.
 * Errors: not_published, amendments_refused.
 */
export async function workOutCorrection(
  db: CountyDb,
  owned: OwnedRound,
  reason: string,
  amendments: readonly Amendment[],
  ruled?: string,
): Promise<Correction> {
  const { round } = owned
  if (round.state !== 'published') throw new Problem('not_published')
  const [[frozen]] = await db.together(selectRevisionInput(db, round.id, round.revision))
  if (!frozen) throw new Error(`revision ${round.revision} of round ${round.id} has no inputs`)
  requireSoundAmendments(frozen.input, round.roster, amendments)
  const past = await readBoardPast(db, round)
  const reading = await readingOf(round, round.revision + 1, {
    ...frozen.input,
    amendments: [...(frozen.input.amendments ?? []), ...amendments],
    ...(past.previous ? { carried: past.previous.carried } : {}),
  })
  const after = await aftermath(db, reading, past.later)
  const effects = []
  for (const each of [reading, ...after.readings]) {
    const [[before]] = await db.together(selectRevision(db, each.round.id, each.no - 1))
    if (!before) throw new Error(`revision ${each.no - 1} of round ${each.round.id} is missing`)
    const settled = await settleRound(db, each.round, each.result, ruled)
    effects.push({ reading: each, before: before.result, ...settled })
  }
  return { publishing: { ...owned, past, reading, after, reason, amendments }, effects }
}

/** Everything a correction writes, to stand in one batch. Its first statement fails it where anything has changed. */
export async function correctionBatch(
  context: CountyContext,
  { publishing, effects }: Correction,
): Promise<Statement<unknown>[]> {
  const { db } = context
  const { reading, reason, amendments } = publishing
  const { id } = reading.round
  const detail = { revision: reading.no, sha256: reading.sha256, amendments: amendments.length }
  return [
    ...publishRound(context, publishing),
    ...effects.map(({ reading: { round }, pending }) => db.demand(pendingUnchanged(db, round.id, pending))),
    ...(await publicationBatch(context, publishing)),
    ...effects.flatMap(({ settlements }) => settleStatements(db, settlements, reason ?? '')),
    record(context, 'round.revise', id, detail),
  ]
}

/** What a correction moves, with the names of the rounds' rosters. */
export function effectOf({ effects }: Correction): RevisionEffect {
  return {
    rounds: effects.map(({ reading, before }) => ({
      round: reading.round.id,
      no: reading.round.no,
      revision: reading.no,
      sha256: reading.sha256,
      changes: changes(before, reading.result).map((change) => ({
        subject: change.subject,
        name: nameIn(reading.round, change.subject),
        before: change.before ?? nowhere,
        after: change.after ?? nowhere,
      })),
    })),
    consequences: countSettled(effects.flatMap(({ settlements }) => settlements)),
  }
}

/** Before or after, for a subject without a place. */
export const nowhere = { rank: null, band: null, streak: null }

export function nameIn({ roster }: RoundRow, subject: string): string {
  return roster.find(({ id }) => id === subject)?.name ?? subject
}
