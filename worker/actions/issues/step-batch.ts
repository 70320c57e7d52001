import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { IssueState, IssueStep } from '../../../schema/api/issues.ts'
import { issueClosure, issueEvent, issue as issueTable, visit } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { unsettleByIssues } from '../../data/derived.ts'
import { countIn, type IssueRow, setAssisting } from '../../data/issues.ts'
import type { Statement } from '../../data/statement.ts'
import { counted, isSettled } from '../../domain/issues/states.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { changeOf, type StepChange } from './step-change.ts'
import type { StepGround } from './step-ground.ts'

/** A step that may be taken: under which id, and the state it leads to. */
export type Taking = { id: string; step: IssueStep; digest: string; state: IssueState }

/**
 * All that a step writes, one batch: nothing of it is kept where the issue is no longer as it was read, the other issue
 * of a merger has itself been merged, or the member rectified it meanwhile. Errors: invalid.
 */
export function stepBatch(
  context: CountyContext,
  ground: StepGround,
  taking: Taking,
): { statements: Statement<unknown>[]; nextAt: number | null } {
  const { db } = context
  const { issue } = ground
  if (!issue) throw new Problem('not_found')
  const change = changeOf(context, ground, issue, taking)
  const after = { ...issue, ...change.set, state: taking.state }
  return {
    statements: [
      db.demand(asRead(db, issue, ground.other)),
      db.update(issueTable, setOf(issue, taking, change), eq(issueTable.id, issue.id), []),
      db.insert(issueEvent, eventOf(context, issue, taking, change)),
      ...change.work.flatMap(({ statements }) => statements),
      ...(change.assisting ? setAssisting(db, issue.id, change.assisting) : []),
      ...countIn(db, [{ township: issue.township, ...difference(counted(issue), counted(after)) }]),
      ...ofKind(context, issue, taking, change),
      unsettleByIssues(db),
    ],
    nextAt: earliest([
      change.set.revisitAt ?? null,
      taking.step.kind === 'closed' ? ground.exposedUntil : null,
      ...change.work.map(({ nextAt }) => nextAt),
    ]),
  }
}

/** Still as it was read: its version and whether the clock has noted it overdue; a repair meanwhile would show in both. */
function asRead(db: CountyDb, { id, version, overdueAt }: IssueRow, other: IssueRow | undefined): SQL {
  const same = and(
    eq(issueTable.id, id),
    eq(issueTable.version, version),
    sql`${issueTable.overdueAt} is ${overdueAt}`,
  )
  const unmerged =
    other &&
    db.exists(
      issueTable,
      and(eq(issueTable.id, other.id), isNull(issueTable.duplicateOf)) ?? eq(issueTable.id, other.id),
    )
  const still = db.exists(issueTable, same ?? eq(issueTable.id, id))
  return unmerged ? sql`${still} and ${unmerged}` : still
}

/** What becomes different: naming a column writes every index it stands in anew, though it stay as it was. */
function setOf(issue: IssueRow, { id, state }: Taking, { set }: StepChange) {
  const meant: Partial<IssueRow> = { ...set, state, settled: isSettled(state) }
  const changed: Partial<IssueRow> = Object.fromEntries(
    Object.entries(meant).filter(([name, value]) => issue[name as keyof IssueRow] !== value),
  )
  return { ...changed, lastStep: id, version: sql`version + 1` }
}

function eventOf(
  { now, member }: CountyContext,
  issue: IssueRow,
  { id, step, digest }: Taking,
  { detail }: StepChange,
) {
  return {
    ...{ id, issue: issue.id, kind: step.kind, at: now.toISOString(), deviceAt: step.deviceAt ?? null },
    ...{ by: member.id, role: member.role, scope: member.scope.id, note: step.note ?? null, detail, digest },
  }
}

/** What only some steps leave elsewhere: a closing on record, a relapse, a merger's earlier mergers. */
function ofKind(
  { db, now, member }: CountyContext,
  issue: IssueRow,
  { id, step }: Taking,
  { set }: StepChange,
): Statement<unknown>[] {
  const { village, township, lead } = issue
  const at = now.toISOString()
  switch (step.kind) {
    case 'closed':
      return [
        db.insert(issueClosure, {
          ...{ id, issue: issue.id, village, township, lead, verifier: member.id, at },
          ...{ selfFound: issue.source === 'self_check', onTime: issue.onTime ?? true },
        }),
      ]
    case 'joined':
      return [
        db.update(issueTable, { duplicateOf: set.duplicateOf ?? null }, eq(issueTable.duplicateOf, issue.id)),
      ]
    case 'revisited': {
      const due = and(eq(visit.issue, issue.id), eq(visit.state, 'planned')) ?? eq(visit.issue, issue.id)
      const visited = db.update(visit, { state: 'done' as const }, due)
      return step.good ? [visited] : [visited, relapse(db, issue.id, at)]
    }
    default:
      return []
  }
}

/** The last time it was closed did not last. */
function relapse(db: CountyDb, issueId: string, at: string): Statement<unknown> {
  const last = sql`(select id from ${issueClosure} where county = ${db.county} and issue = ${issueId} order by ${desc(issueClosure.at)} limit 1)`
  const own = eq(issueClosure.issue, issueId)
  const unmarked = and(own, sql`${issueClosure.id} = ${last}`, isNull(issueClosure.relapsedAt))
  return db.update(issueClosure, { relapsedAt: at }, unmarked ?? sql`false`)
}

function difference(before: ReturnType<typeof counted>, after: ReturnType<typeof counted>) {
  return {
    open: after.open - before.open,
    overdue: after.overdue - before.overdue,
    awaiting: after.awaiting - before.awaiting,
  }
}

function earliest(instants: readonly (number | null)[]): number | null {
  const some = instants.filter((at) => at !== null)
  return some.length > 0 ? Math.min(...some) : null
}
