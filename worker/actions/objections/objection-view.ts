import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Objection } from '../../../schema/api/consequences.ts'
import type { ObjectionRow } from '../../data/objections.ts'
import type { Member } from '../../domain/access/can.ts'

/** An objection as the API shows it to a member, with the subject's name on the round's roster. */
export function objectionOf(row: ObjectionRow, roster: readonly RosterEntry[], member: Member): Objection {
  return objectionNamed(row, roster.find(({ id }) => id === row.subject)?.name ?? row.subject, member)
}

export function objectionNamed(row: ObjectionRow, name: string, { id: member }: Member): Objection {
  const { id, round, subject, text, state, filedAt, reason, amendments, ruledAt } = row
  const mine = row.filedBy === member
  return { id, round, subject, name, text, state, filedAt, reason, amendments, ruledAt, mine }
}
