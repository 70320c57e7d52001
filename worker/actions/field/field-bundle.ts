import type { FieldArea, FieldBundle, FieldIssue } from '../../../schema/api/field.ts'
import {
  type FieldAreaRow,
  selectAssisting,
  selectCategoriesInUse,
  selectFieldAreas,
  selectFoundBy,
  selectIssuesToRevisit,
  selectSmallPhotos,
} from '../../data/field-bundle.ts'
import { selectPointsBelow } from '../../data/grids.ts'
import { selectIssueList } from '../../data/issue-lists.ts'
import type { IssueRow } from '../../data/issues.ts'
import { selectNamesOf } from '../../data/names.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { selectSheets } from '../../data/scoring-sheets.ts'
import { sha256 } from '../../data/sha256.ts'
import { selectNewest } from '../../data/story.ts'
import { selectVisits } from '../../data/visits.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { concerns, inOrderOfUrgency, thumbnailsOf } from '../../domain/field/field-issues.ts'
import { medianPlace } from '../../domain/field/median-place.ts'
import { stepsOf } from '../../domain/issues/reach.ts'
import type { CountyContext } from '../context.ts'
import { categoryOf } from '../issues/categories.ts'
import { namesById, shownIssue } from '../issues/issue-view.ts'
import { visitOf } from '../visits/visits.ts'

type Reading = Pick<CountyContext, 'db' | 'member' | 'county' | 'now'>

/** Machines' clocks differ a little, so that a change may stand just before the newest one. */
const looked = 8
const mostIssues = 200
const mostVisits = 200
const mostPoints = 2000
/** Small pictures of some 12 KB each, so that all a phone fetches stays within a megabyte. */
const mostThumbnails = 40
/** Changes with the shape of the answer, so that an old one is not taken for current. */
const form = 1

/**
 * All that a member's phone needs to work without signal, in two round trips; none of it where it is as the phone has
 * it (`known` its entity tag), which costs one round trip of a few rows while nothing in the county has changed.
 */
export async function fieldBundle(
  context: Reading,
  known: string | undefined,
): Promise<{ etag: string; bundle?: FieldBundle }> {
  const { db, member } = context
  const whose = (await sha256(JSON.stringify([member, form]))).slice(0, 16)
  const [knownBeat, knownWhose] = known?.replaceAll('"', '').split('.') ?? []
  if (known !== undefined && knownWhose === whose) {
    const [newest] = await db.together(selectNewest(db, looked))
    if ((await beatOf(newest)) === knownBeat) return { etag: known }
  }
  const { newest, bundle } = await read(context)
  const { at: _, ...content } = bundle
  const hash = await sha256(JSON.stringify(content))
  const etag = `"${await beatOf(newest)}.${whose}.${hash}"`
  const same =
    known !== undefined && known.split('.').slice(1).join('.') === etag.split('.').slice(1).join('.')
  return same ? { etag } : { etag, bundle }
}

async function beatOf(newest: readonly { id: string }[]): Promise<string> {
  return (await sha256(newest.map(({ id }) => id).join())).slice(0, 16)
}

async function read({ db, member, county, now }: Reading) {
  const { kind, id: scope } = member.scope
  const root = kind === 'county' || kind === 'unit' ? undefined : (scope ?? '')
  const unit = kind === 'unit' ? (scope ?? '') : ''
  const [newest, areas, sheets, categories, visits, listed, revisits, found, points] = await db.together(
    selectNewest(db, looked),
    selectFieldAreas(db, root),
    selectSheets(db, { retired: false }, can(member, 'inspection.write') ? 100 : 0),
    selectCategoriesInUse(db),
    selectVisits(db, { state: 'planned', unit }, unit === '' ? 0 : mostVisits),
    selectIssueList(db, listOf(member), mostIssues),
    selectIssuesToRevisit(db, unit),
    selectFoundBy(db, member.id, mostIssues),
    selectPointsBelow(db, root ?? '', mostPoints),
  )
  const issues = await fieldIssues({ db, member }, [...revisits, ...listed, ...found])
  const bundle: FieldBundle = {
    at: now.toISOString(),
    county: { id: county.id, code: county.code, name: county.name },
    member: { id: member.id, role: member.role, scope: member.scope },
    areas: areas.map(fieldArea).sort((a, b) => (a.id < b.id ? -1 : 1)),
    sheets,
    categories: categories.map((row) => {
      const { escalation: _, post: __, ...category } = categoryOf(row)
      return category
    }),
    visits: visits.map((row) => visitOf(row, member)),
    ...{ issues, points },
    codes: areas.flatMap(({ id, code }) => (code === null ? [] : [{ code, area: id }])),
  }
  return { newest, bundle }
}

/** What there may be to do with issues: for those who see the whole county, what waits to be verified. */
function listOf({ role, scope }: Member): Parameters<typeof selectIssueList>[1] {
  const { kind, id } = scope
  if (id === null || role === 'inspector' || role === 'drone_operator') return { state: 'rectified' }
  if (kind === 'township') return { township: id, settled: false }
  return kind === 'unit' ? { worker: id, settled: false } : { area: id, settled: false }
}

async function fieldIssues(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  read: readonly IssueRow[],
): Promise<FieldIssue[]> {
  const rows = [...new Map(read.map((row) => [row.id, row])).values()]
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [names, assisting, photos, small] = await db.together(
    selectNamesOf(
      db,
      rows.flatMap(({ area, lead }) => [area, lead]),
    ),
    selectAssisting(db, ids),
    selectPhotosOf(db, 'issue', ids),
    selectSmallPhotos(db, ids),
  )
  const byId = namesById(names)
  const shown = byTarget(photos)
  const toDo = rows.flatMap((row) => {
    const parties = assisting.filter(({ issue }) => issue === row.id).map(({ party }) => party)
    const situation = { led: row.lead !== null, deferralAsked: row.deferralTo !== null }
    const steps = stepsOf(member, { ...row, ...situation, assisting: parties })
    return concerns(steps, row.foundBy === member.id) ? [{ ...shownIssue(row, byId), steps }] : []
  })
  const chosen = inOrderOfUrgency(toDo).slice(0, mostIssues)
  const thumbnails = thumbnailsOf(chosen, shown, new Set(small), mostThumbnails)
  return chosen.map((issue) => ({ ...issue, thumbnails: thumbnails.get(issue.id) ?? [] }))
}

function fieldArea({ id, name, level, parent, places }: FieldAreaRow): FieldArea {
  return { id, name, level, parent, place: medianPlace(places) }
}
