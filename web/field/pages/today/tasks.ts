import type { Place } from '../../../../schema/api/common.ts'
import type { FieldBundle, FieldIssue } from '../../../../schema/api/field.ts'
import type { Visit } from '../../../../schema/api/visits.ts'
import { villageName } from '../../../ui/ranking-words.ts'
import { nearestFirst } from '../../pieces/places.ts'
import type { FieldRecord } from '../../store/records.ts'

export type Task<Item> = { item: Item; metres: number | null }

/** What is to be done on this phone, each list the nearest first where the place is known, else the most pressing. */
export type Tasks = {
  visits: Task<Visit>[]
  revisits: Task<Visit | FieldIssue>[]
  rectify: Task<FieldIssue>[]
  verify: Task<FieldIssue>[]
  /** Issues dealt with here whose record has not come back yet. */
  handled: number
}

/** `typed` narrows by words in a village's name or an issue's text. */
export function tasksIn(
  { areas, visits, issues }: FieldBundle,
  records: readonly FieldRecord[],
  here: Place | null,
  typed = '',
): Tasks {
  const places = new Map(areas.map(({ id, place }) => [id, place]))
  const stepped = new Set(
    records.flatMap(({ body, state }) => (body.kind === 'step' && onItsWay(state) ? [body.issue] : [])),
  )
  const inspected = records.flatMap(({ body, state }) =>
    body.kind === 'inspection' && onItsWay(state) ? [body.record] : [],
  )
  const said = (text: string) => text.toLowerCase().includes(typed.trim().toLowerCase())
  const due = visits
    .filter(({ id, subject }) => !inspected.some((one) => one.visit === id || isVisit(one, subject)))
    .filter(({ subjectName }) => said(villageName(subjectName)))
  const wanted = issues.filter(
    ({ text, areaName, location }) => said(text) || said(villageName(areaName)) || said(location ?? ''),
  )
  const open = wanted.filter(({ id }) => !stepped.has(id))
  const ofVisit = (visit: Visit) => places.get(visit.subject) ?? null
  const ofIssue = (issue: FieldIssue) => issue.place ?? places.get(issue.area) ?? null
  const pressing = (step: FieldIssue['steps'][number]) =>
    open
      .filter(({ steps }) => steps.includes(step))
      .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))
  const visited = new Set(due.map(({ issue }) => issue))
  return {
    visits: nearestFirst(
      due.filter(({ issue }) => issue === null),
      here,
      ofVisit,
    ),
    revisits: nearestFirst<Visit | FieldIssue>(
      [
        ...due.filter(({ issue }) => issue !== null && !stepped.has(issue)),
        ...pressing('revisited').filter(({ id }) => !visited.has(id)),
      ],
      here,
      (item) => ('subject' in item ? ofVisit(item) : ofIssue(item)),
    ),
    rectify: nearestFirst(pressing('rectified'), here, ofIssue),
    verify: nearestFirst(pressing('closed'), here, ofIssue),
    handled: wanted.length - open.length,
  }
}

/** A visit nobody named is the next one to its village, as the service reads it too. */
function isVisit(
  { visit, subject }: { visit?: string | undefined; subject?: string | undefined },
  of: string,
) {
  return visit === undefined && subject === of
}

/** Finished here; whether the service has it already makes no difference to what is left to do. */
function onItsWay(state: FieldRecord['state']): boolean {
  return state === 'waiting' || state === 'sending' || state === 'sent'
}
