import type { Erased, MemberErasure, NameErasure } from '../../../schema/api/privacy.ts'
import { findMembership } from '../../data/members.ts'
import { eraseMembership } from '../../data/privacy/erase-member.ts'
import { eraseName, eraseOwn } from '../../data/privacy/erasures.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { mentionsOf } from './find-name.ts'

/**
 * Erases one member's personal data: the name wherever it stands as a name (but for `keep`, a namesake's places), then
 * name, login, sessions and tokens in CONTROL. What they did stays, by id. The two databases follow one another: cut off
 * between them, the same request finishes it. Errors: not_found, own_access, erasure_confirm.
 */
export async function eraseMember(
  context: CountyContext,
  id: string,
  { confirm, keep = [] }: MemberErasure,
  language: Language,
): Promise<Erased> {
  const { control, county, db, now, member: self } = context
  if (id === self.id) throw new Problem('own_access')
  const found = await findMembership(control, county.id, id)
  if (!found) throw new Problem('not_found')
  if (found.erasedAt !== null) return { mentions: [], more: false }
  if (confirm !== found.name) throw new Problem('erasure_confirm')
  await db.write(
    record(context, 'person.erase', id, { keptPlaces: keep.length }),
    ...eraseName(db, found.name, keep),
    ...eraseOwn(db, id),
  )
  await control.run(...eraseMembership(county.id, found, now.toISOString()))
  return mentionsOf(db, found.name, language)
}

/**
 * The same for somebody who never signed in: a holder of a post, one of a unit, an attendee. `id` is the request's own,
 * and all that the audit keeps of it. Errors: erasure_confirm.
 */
export async function erasePerson(
  context: CountyContext,
  id: string,
  { name, confirm, keep = [] }: NameErasure,
  language: Language,
): Promise<Erased> {
  const { db } = context
  if (confirm !== name) throw new Problem('erasure_confirm')
  await db.write(
    record(context, 'person.erase', id, { keptPlaces: keep.length }),
    ...eraseName(db, name, keep),
  )
  return mentionsOf(db, name, language)
}
