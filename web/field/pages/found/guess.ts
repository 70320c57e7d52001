import type { Role } from '../../../../schema/api/access.ts'
import type { Place } from '../../../../schema/api/common.ts'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import type { IssueSource } from '../../../../schema/api/issues.ts'
import { sourcesOf } from '../../../../worker/domain/issues/sources.ts'
import { reaches } from '../../pieces/areas.ts'
import { nearestFirst } from '../../pieces/places.ts'
import type { FieldRecord } from '../../store/records.ts'

type Category = FieldBundle['categories'][number]

const lately = 20
const sameOuting = 12 * 3_600_000

/**
 * Categories in the order in which they are likely: those raised most among the last twenty on this phone, then those
 * that the issues at hand have, then as the county lists them. Retired ones are left out.
 */
export function likelyCategories(
  { categories, issues }: Pick<FieldBundle, 'categories' | 'issues'>,
  records: readonly FieldRecord[],
): Category[] {
  const raised = records
    .flatMap(({ body, madeAt }) =>
      body.kind === 'issue' ? [{ category: body.record.category, madeAt }] : [],
    )
    .sort((a, b) => b.madeAt - a.madeAt)
    .slice(0, lately)
  const uses = new Map<string, number>()
  const count = (category: string | undefined, worth: number) =>
    category !== undefined && uses.set(category, (uses.get(category) ?? 0) + worth)
  for (const { category } of raised) count(category, 1000)
  for (const { category } of issues) count(category, 1)
  return categories
    .filter(({ active }) => active)
    .map((category) => ({ category, worth: uses.get(category.id) ?? 0 }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ category }) => category)
}

/** The category to begin with: the likeliest, where anything has been raised before. */
export function guessedCategory(bundle: FieldBundle, records: readonly FieldRecord[]): string | undefined {
  const known = new Set([
    ...records.flatMap(({ body }) => (body.kind === 'issue' ? [body.record.category] : [])),
    ...bundle.issues.map(({ category }) => category),
  ])
  const [first] = likelyCategories(bundle, records)
  return first && known.has(first.id) ? first.id : undefined
}

/**
 * Where it probably is: nearest to where the phone was just found to be, else where its owner last worked today, else
 * the owner's own village or grid, else where the next visit leads.
 */
export function guessedArea(
  bundle: FieldBundle,
  records: readonly FieldRecord[],
  here: Place | null,
  now: number,
): string | undefined {
  const { areas, member, visits } = bundle
  const villages = areas.filter(
    ({ id, level, place }) =>
      place !== null && (level === 'village' || level === 'grid') && reaches(areas, member.scope, id),
  )
  const [nearest] = here ? nearestFirst(villages, here, ({ place }) => place) : []
  if (nearest) return nearest.item.id
  const [last] = records
    .filter(({ changedAt }) => now - changedAt < sameOuting)
    .sort((a, b) => b.changedAt - a.changedAt)
    .flatMap(({ body }) => areaOf(body) ?? [])
  if (last !== undefined) return last
  const { kind, id } = member.scope
  if ((kind === 'village' || kind === 'grid') && id !== null) return id
  return visits[0]?.subject
}

/** By what the member finds issues, as the county counts it: the first source that the role has. */
export function sourceOf(role: Role): IssueSource {
  return sourcesOf[role][0] ?? 'self_check'
}

function areaOf(body: FieldRecord['body']): string | undefined {
  if (body.kind === 'inspection') return body.record.subject
  if (body.kind === 'issue') return body.record.area
  if (body.kind === 'patrol') return body.record.grid
  return undefined
}
