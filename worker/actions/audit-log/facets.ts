import type { AuditFacets } from '../../../schema/api/audit.ts'
import { namesOfActors } from '../../data/actor-names.ts'
import { selectActors, selectVerbs } from '../../data/audit.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'

/** What a county's audit can be filtered by: the verbs in it, and who did them. Who has no name here is a job. */
export async function auditFacets(
  { db, control, county }: Pick<CountyContext, 'db' | 'control' | 'county'>,
  language: Language,
): Promise<AuditFacets> {
  const [verbs, actors] = await db.together(selectVerbs(db), selectActors(db))
  const names = await namesOfActors(control, county.id, language)
  return { verbs, actors: actors.map((id) => ({ id, name: names.get(id) ?? null })) }
}
