import { WorkingHours } from '../../../schema/api/calendar.ts'
import type { IssueStep, RevisitRule } from '../../../schema/api/issues.ts'
import type { WorkRow } from '../../data/assignments.ts'
import { selectCalendar } from '../../data/calendar.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectRectifiedUntil } from '../../data/exposures.ts'
import { type CategoryRow, type RuleRow, selectCategoryOf, selectRules } from '../../data/issue-categories.ts'
import {
  type IssueEventRow,
  type IssueRow,
  selectEvent,
  selectIssues,
  selectLastStep,
  selectWorkOf,
} from '../../data/issues.ts'
import { type Ancestor, bySubject, selectLineageOf, selectLineages } from '../../data/names.ts'
import { selectSetting } from '../../data/settings.ts'
import { type Calendar, calendarOf } from '../../domain/calendar/calendar.ts'
import { revisitsOf, selectUnits } from './ground.ts'

/** What a step depends on, read in one round trip. */
export type StepGround = {
  issue: IssueRow | undefined
  /** The step under this id, where it has been taken. */
  taken: IssueEventRow | undefined
  last: IssueEventRow | undefined
  category: CategoryRow | undefined
  work: WorkRow | undefined
  /** The issue that this one is to be joined to. */
  other: IssueRow | undefined
  rules: RuleRow[]
  /** Of the issue's area and of those that are to lead or assist. */
  lineages: Map<string, Ancestor[]>
  units: Map<string, string>
  calendar: Calendar
  revisits: RevisitRule
  /** When its exposures leave the column if it is closed now (epoch ms); null where it has none. */
  exposedUntil: number | null
}

export async function readStepGround(
  db: CountyDb,
  issueId: string,
  stepId: string,
  { lead, assisting = [], duplicateOf }: IssueStep,
  now: Date,
): Promise<StepGround> {
  const [days, hours] = selectCalendar(db)
  const [
    issues,
    [taken],
    [last],
    [category],
    [work],
    rules,
    own,
    others,
    units,
    ownDays,
    [set],
    [revisits],
    [exposed],
  ] = await db.together(
    selectIssues(db, [issueId, ...(duplicateOf === undefined ? [] : [duplicateOf])]),
    selectEvent(db, issueId, stepId),
    selectLastStep(db, issueId),
    selectCategoryOf(db, issueId),
    selectWorkOf(db, issueId),
    selectRules(db),
    selectLineageOf(db, issueId),
    selectLineages(db, [...(lead === undefined ? [] : [lead]), ...assisting]),
    selectUnits(db),
    days,
    hours,
    selectSetting(db, 'revisits'),
    selectRectifiedUntil(db, issueId, now),
  )
  const working = WorkingHours.safeParse(set?.value)
  return {
    issue: issues.find(({ id }) => id === issueId),
    ...{ taken, last, category, work, rules },
    other: issues.find(({ id }) => id === duplicateOf && id !== issueId),
    lineages: bySubject([...own, ...others]),
    units: new Map(units.map(({ id, name }) => [id, name])),
    calendar: calendarOf(ownDays, working.success ? working.data : undefined),
    revisits: revisitsOf(revisits?.value),
    exposedUntil: exposed?.at ?? null,
  }
}
