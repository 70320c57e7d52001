import type { IssueSource } from '../../../schema/api/issues.ts'
import { sha256 } from '../../data/sha256.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { dayOf, dueOn, endOf } from '../../domain/consequences/due-on.ts'
import type { IssueRow } from '../../domain/sheets/read-issues.ts'
import type { Wanted } from '../issues/draft-issue.ts'

/** What holds for the whole sheet. */
export type Sheet = { ref: string; source: IssueSource; now: Date }

/**
 * Ids made of what the rows say, so that the same sheet brings the same issues: its number in the sheet does not
 * count, since lines move. Rows that say the very same are told apart by their order.
 */
export async function idsOf(rows: readonly IssueRow[]): Promise<string[]> {
  const seen = new Map<string, number>()
  const said = rows.map(({ area, text, location }) => {
    const words = canonicalJson({ area, text, location })
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    return `${words} ${nth}`
  })
  return Promise.all(said.map(async (words) => `ledger-${(await sha256(words)).slice(0, 40)}`))
}

/** A row that is clear as an issue to be raised. Undefined where it is not clear. */
export function wantedOf(row: IssueRow, id: string, { ref, source, now }: Sheet): Wanted | undefined {
  const { area, category, text, location, lead, assisting, measure, owner } = row
  if (!area || !category) return undefined
  const closedAt = closedAtOf(row, now)
  const dueAt = dueAtOf(row, now)
  return {
    id,
    body: {
      ...{ area, category, text, source: row.source ?? source, foundAt: foundAtOf(row, closedAt, now) },
      ...(location === undefined ? {} : { location }),
      ...(lead === undefined ? {} : { lead }),
      ...(lead === undefined || assisting.length === 0 ? {} : { assisting: assisting.slice(0, 20) }),
      ...(dueAt === undefined ? {} : { dueAt }),
    },
    ...(measure === undefined && owner === undefined ? {} : { measure: measureOf(measure, owner) }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...{ sourceRef: ref, ledger: true },
  }
}

/** Who answers for it stands with the measure: here nobody's name is a column of its own. */
function measureOf(measure = '', owner?: string): string {
  return owner === undefined || measure.includes(owner) ? measure : `${measure}（责任人：${owner}）`
}

function foundAtOf({ foundOn }: IssueRow, closedAt: string | undefined, now: Date): string {
  const found = foundOn === undefined ? now.toISOString() : beginningOf(foundOn)
  return closedAt !== undefined && closedAt < found ? closedAt : found
}

function dueAtOf({ due, foundOn }: IssueRow, now: Date): string | undefined {
  if (due === undefined || due === 'as_usual') return undefined
  const from = foundOn === undefined ? now : new Date(beginningOf(foundOn))
  const day = 'on' in due ? due.on : dueOn(from, due.days)
  return new Date(endOf(day) - 1000).toISOString()
}

/** Done on a day said, or by now where none is; never later than now. */
function closedAtOf({ closedOn }: IssueRow, now: Date): string | undefined {
  if (closedOn === undefined) return undefined
  const today = dayOf(now)
  return closedOn === null || closedOn === today
    ? now.toISOString()
    : new Date(endOf(closedOn) - 1000).toISOString()
}

function beginningOf(day: string): string {
  return new Date(endOf(day) - 86_400_000).toISOString()
}
