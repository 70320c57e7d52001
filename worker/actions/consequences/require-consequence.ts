import { type ConsequenceRow, findConsequence } from '../../data/consequences.ts'
import { can, type Member } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** A consequence that the member may do `verb` to: its township's, or one about its own village. Errors: not_found, forbidden. */
export async function requireConsequence(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  verb: Verb,
): Promise<ConsequenceRow> {
  return consequenceFor(member, verb, await findConsequence(db, id))
}

/** What has been read of a consequence, if the member may do `verb` to it. Errors: not_found, forbidden. */
export function consequenceFor(
  member: Member,
  verb: Verb,
  found: ConsequenceRow | undefined,
): ConsequenceRow {
  if (!found) throw new Problem('not_found')
  const { township, subjects } = found
  const allowed = subjects.some((village) => can(member, verb, { township, village }))
  if (!allowed) throw new Problem('forbidden')
  return found
}
