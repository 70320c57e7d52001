import type { IssueEventKind } from '../../../schema/api/issues.ts'
import { issueClosure, issueEvent } from '../../../schema/tables/county.ts'
import type { New } from '../../data/county-db.ts'
import { unsettleByIssues } from '../../data/derived.ts'
import { addAssisting, addIssues, countIn, type NewIssueRow, noneOf } from '../../data/issues.ts'
import { addNotices } from '../../data/notices.ts'
import { sha256 } from '../../data/sha256.ts'
import type { Statement } from '../../data/statement.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { counted, isSettled } from '../../domain/issues/states.ts'
import { assign } from '../assignments/work.ts'
import type { CountyContext } from '../context.ts'
import type { Draft, Wanted } from './draft-issue.ts'
import { emergencyNotices } from './emergency.ts'
import type { Ground } from './ground.ts'

/** What a batch needs to raise issues, and when their clocks strike first. */
export type Raising = { statements: Statement<unknown>[]; nextAt: number | null }

const day = 86_400_000

/**
 * Raises issues that have been resolved, however many, in a few statements: the issues with their numbers, their first
 * events, who owes what by when, whom an emergency calls, and the tallies. `write` throws `NotAsRead` where one of the
 * ids is taken, and nothing is kept.
 */
export async function raisingStatements(
  context: CountyContext,
  ground: Ground,
  drafts: readonly Draft[],
): Promise<Raising> {
  const { db } = context
  const rows = await Promise.all(drafts.map((draft) => issueRow(context, ground, draft)))
  const led = drafts.flatMap((draft) => (draft.lead === null || !draft.dueAt ? [] : [owedBy(draft)]))
  const work = assign(context, led)
  const ids = rows.map(({ id }) => id)
  const statements = [
    db.demand(noneOf(db, ids)),
    ...addIssues(db, rows),
    ...db.insertAll(
      issueEvent,
      drafts.flatMap((draft) => firstEvents(context, draft)),
    ),
    ...work.statements,
    ...addAssisting(db, Object.fromEntries(drafts.map((one) => [one.wanted.id, one.assisting]))),
    ...addNotices(
      db,
      drafts.flatMap((draft) => emergencyNotices(context, ground, draft)),
    ),
    ...db.insertAll(
      issueClosure,
      drafts.flatMap((draft) => closureOf(context, draft)),
    ),
    ...countIn(
      db,
      rows.map((row) => ({
        township: row.township ?? null,
        ...counted({ state: row.state, overdueAt: null }),
      })),
    ),
    unsettleByIssues(db),
  ]
  const times = [work.nextAt, ...rows.map(({ revisitAt }) => revisitAt)].flatMap((at) => at ?? [])
  return { statements, nextAt: times.length > 0 ? Math.min(...times) : null }
}

/** SHA-256 of what was sent, whichever photos followed it: the same again changes nothing, another is refused. */
export function digestOf({ body, measure, sourceRef, closedAt }: Wanted): Promise<string> {
  const { awaiting: _, ...said } = body
  return sha256(canonicalJson({ ...said, measure, sourceRef, closedAt }))
}

function stateOf({ wanted, lead }: Draft) {
  if (wanted.body.solved || wanted.closedAt !== undefined) return 'closed'
  return lead === null ? 'found' : 'assigned'
}

async function issueRow(
  { now, member }: CountyContext,
  { revisits }: Ground,
  draft: Draft,
): Promise<NewIssueRow> {
  const { wanted, category, village, township, lead, dueAt } = draft
  const { body } = wanted
  const state = stateOf(draft)
  const at = now.toISOString()
  const closedAt = body.solved ? at : (wanted.closedAt ?? null)
  const by = closedAt === null ? null : member.id
  return {
    ...{ id: wanted.id, category: category.id, severity: body.severity ?? category.severity },
    ...{ source: body.source, sourceRef: body.inspection ?? wanted.sourceRef ?? null },
    ...{ area: body.area, village, township, text: body.text, location: body.location ?? null },
    ...{ place: body.place ?? null, lat: body.place?.lat ?? null, lng: body.place?.lng ?? null },
    ...{ state, settled: isSettled(state), foundAt: body.foundAt, foundBy: member.id, receivedAt: at },
    ...{ assignment: lead === null ? null : wanted.id, lead, measure: wanted.measure ?? null },
    ...{
      dueAt: dueAt?.toISOString() ?? null,
      rectifiedAt: closedAt,
      rectifiedBy: by,
      closedAt,
      closedBy: by,
    },
    onTime: closedAt === null ? null : !dueAt || closedAt <= dueAt.toISOString(),
    fixed: closedAt === null ? null : true,
    revisitAt: body.solved ? now.getTime() + revisits.afterDays * day : null,
    ...{ lastStep: wanted.id, digest: await digestOf(wanted), version: 0 },
  }
}

function owedBy({ wanted, lead, assisting, township, dueAt }: Draft) {
  return {
    ...{ id: wanted.id, origin: 'issue' as const, originId: wanted.id, text: wanted.body.text },
    ...{ lead: lead ?? '', assisting, township, dueAt: dueAt ?? new Date(0) },
    done: wanted.body.solved !== undefined || wanted.closedAt !== undefined,
  }
}

/** Found, and at once assigned where somebody leads it; solved on the spot, closed as well. */
function firstEvents({ now, member }: CountyContext, draft: Draft): New<typeof issueEvent>[] {
  const { wanted, lead, assisting, dueAt } = draft
  const { id, body } = wanted
  const event = (kind: IssueEventKind, suffix: string, note: string | null, detail: object) => ({
    ...{ id: `${id}${suffix}`, issue: id, kind, at: now.toISOString(), deviceAt: null, by: member.id },
    ...{ role: member.role, scope: member.scope.id, note, detail: { ...detail }, digest: null },
  })
  const due = dueAt?.toISOString()
  const assigned =
    lead === null ? [] : [event('assigned', '-assigned', null, { lead, assisting, dueAt: due })]
  const closed = body.solved
    ? [event('closed', '-closed', body.solved.note, { solved: true })]
    : wanted.closedAt === undefined
      ? []
      : [event('closed', '-closed', null, { closedAt: wanted.closedAt })]
  return [event('found', '', null, { foundAt: body.foundAt, source: body.source }), ...assigned, ...closed]
}

function closureOf({ now, member }: CountyContext, draft: Draft): New<typeof issueClosure>[] {
  const { wanted, village, township, lead, dueAt } = draft
  const at = wanted.body.solved ? now.toISOString() : wanted.closedAt
  if (at === undefined) return []
  const onTime = !dueAt || at <= dueAt.toISOString()
  return [
    {
      ...{ id: `${wanted.id}-closed`, issue: wanted.id, village, township, lead, verifier: member.id, at },
      ...{ selfFound: wanted.body.source === 'self_check', onTime, relapsedAt: null },
    },
  ]
}
