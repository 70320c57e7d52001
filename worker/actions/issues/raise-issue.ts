import type { IssueRaised, NewIssue } from '../../../schema/api/issues.ts'
import { NotAsRead } from '../../data/county-db.ts'
import type { CategoryRow } from '../../data/issue-categories.ts'
import { findIssue, type IssueRow, selectIssue } from '../../data/issues.ts'
import type { Statement } from '../../data/statement.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { latest, whereabouts } from '../field/whereabouts.ts'
import { dueBy } from '../nudge.ts'
import { attachPhotos } from '../photos/attach.ts'
import { type Draft, draftIssue, type Wanted } from './draft-issue.ts'
import { type Ground, readGround } from './ground.ts'
import { digestOf, raisingStatements } from './issue-statements.ts'
import { shownIssue, shownIssues } from './issue-view.ts'

/** What an issue came from: the id it refers to, and what changes there once the issue stands, in the same batch. */
export type Origin = { ref?: string; after?: readonly Statement<unknown>[] }

/**
 * Raises an issue under the client's id: numbered, assigned by the county's rules, its clock started, and those whom
 * an emergency plan names told; `also` stands in the same batch. The same body again gives the first one (`created` false). Errors: invalid, forbidden,
 * id_taken (another body).
 */
export async function raiseIssue(
  context: CountyContext,
  id: string,
  body: NewIssue,
  also: readonly Statement<unknown>[] = [],
  from: Origin = {},
): Promise<{ created: boolean; issue: IssueRaised }> {
  const wanted: Wanted = { id, body, latest: latest(context), ...(from.ref && { sourceRef: from.ref }) }
  const ground = await readGround(context.db, {
    issues: [id],
    categories: [body.category],
    areas: [body.area],
    workers: [...(body.lead === undefined ? [] : [body.lead]), ...(body.assisting ?? [])],
    inspections: body.inspection === undefined ? [] : [body.inspection],
  })
  const known = ground.existing.get(id)
  if (known) return raisedBefore(context, known, wanted, ground.categories.get(body.category))
  const draft = draftIssue(context.member, context.now, ground, wanted)
  try {
    const row = await write(context, ground, draft, also, from.after ?? [])
    const areas = [...ground.lineages.values()].flat().map(({ id: area, name }) => [area, name] as const)
    const names = new Map([...areas, ...ground.units])
    const issue = { ...shownIssue(row, names), plan: draft.category.plan }
    return { created: true, issue }
  } catch (error) {
    const won = error instanceof NotAsRead ? await findIssue(context.db, id) : undefined
    if (!won) throw error instanceof NotAsRead ? new Problem('conflict') : error
    return raisedBefore(context, won, wanted, draft.category)
  }
}

async function write(
  context: CountyContext,
  ground: Ground,
  draft: Draft,
  also: readonly Statement<unknown>[],
  afterwards: readonly Statement<unknown>[],
): Promise<IssueRow> {
  const { db } = context
  const { wanted } = draft
  const { solved, photos = [], awaiting, category, area, source } = wanted.body
  const found = { target: 'issue' as const, targetId: wanted.id, area: draft.village ?? area, awaiting }
  const before: Statement<unknown>[] = await attachPhotos(
    context,
    { ...found, event: wanted.id, role: 'before' },
    photos,
  )
  const after = await attachPhotos(
    context,
    { ...found, event: `${wanted.id}-closed`, role: 'after', path: 'solved.photos' },
    solved?.photos ?? [],
  )
  const odd = await whereabouts(context, {
    ...{ target: 'issue', id: wanted.id, area, village: draft.village },
    ...{ place: wanted.body.place ?? null, at: wanted.body.foundAt },
  })
  const { statements, nextAt } = await raisingStatements(context, ground, [draft])
  if (nextAt !== null) await dueBy(context, nextAt)
  const results = await db.write(
    ...also,
    ...statements,
    record(context, 'issue.raise', wanted.id, { category, area, source }),
    ...before,
    ...after,
    ...odd,
    ...afterwards,
    selectIssue(db, wanted.id),
  )
  const row = results.at(-1)?.[0] as IssueRow | undefined
  if (!row) throw new Error(`issue ${wanted.id} was not kept`)
  return row
}

async function raisedBefore(
  { db }: CountyContext,
  known: IssueRow,
  wanted: Wanted,
  category: CategoryRow | undefined,
): Promise<{ created: boolean; issue: IssueRaised }> {
  if (known.digest !== (await digestOf(wanted))) throw new Problem('id_taken')
  const [issue] = await shownIssues(db, [known])
  if (!issue) throw new Problem('not_found')
  return { created: false, issue: { ...issue, plan: category?.plan ?? null } }
}
