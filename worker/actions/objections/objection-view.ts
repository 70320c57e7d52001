import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Objection } from '../../../schema/api/consequences.ts'
import type { ObjectionRow } from '../../data/objections.ts'

/** An objection as the API shows it, with the subject's name on the round's roster. */
export function objectionOf(row: ObjectionRow, roster: readonly RosterEntry[]): Objection {
  const { id, round, subject, text, state, filedAt, reason, amendments, ruledAt } = row
  const name = roster.find((entry) => entry.id === subject)?.name ?? subject
  return { id, round, subject, name, text, state, filedAt, reason, amendments, ruledAt }
}
