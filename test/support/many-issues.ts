import { eq } from 'drizzle-orm'
import { IssueSource, type IssueState } from '../../schema/api/issues.ts'
import { area, assignment, issue, unit } from '../../schema/tables/county.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { adoptCatalogue } from '../../worker/actions/issues/categories.ts'
import type { New } from '../../worker/data/county-db.ts'
import { listCategories } from '../../worker/data/issue-categories.ts'

/** What the issues were made of, for filters that find some. */
export type Ledger = {
  townships: string[]
  villages: string[]
  units: string[]
  categories: string[]
  /** Open issues, and those of them that are overdue by the time given. */
  open: number
  overdue: number
}

const day = 86_400_000
const openStates = ['assigned', 'rectifying', 'rectified', 'returned', 'found', 'deferred'] as const

/**
 * So many issues of a county's villages, from the first number on: a tenth of them open, a tenth of those overdue and
 * marked so, and `due` more whose time has just run out and that the clock has yet to see. The same every time.
 */
export async function manyIssues(context: CountyContext, count: number, due = 0): Promise<Ledger> {
  const { db, now } = context
  await adoptCatalogue(context, {})
  const units = ['住建局', '城管局', '农业农村局', '交通局', '水务局'].map((name, at) => ({
    ...{ id: `bureau-${at}`, name, kind: 'department' as const, purpose: null, covers: [], active: true },
  }))
  await db.write(...db.insertAll(unit, units))
  const villages = await db.find(area, eq(area.level, 'village'), { orderBy: area.id })
  const categories = (await listCategories(db)).map(({ id }) => id)
  const rows = Array.from({ length: count }, (_, at) =>
    issueAt(at, { villages, categories, units, now, due }),
  )
  const work = rows.filter(({ settled }) => !settled).map((row) => workOf(row, now))
  for (let from = 0; from < rows.length; from += 5000)
    await db.write(...db.insertAll(issue, rows.slice(from, from + 5000)))
  await db.write(...db.insertAll(assignment, work))
  return {
    townships: [...new Set(villages.map(({ parent }) => parent ?? ''))],
    villages: villages.map(({ id }) => id),
    ...{ units: units.map(({ id }) => id), categories },
    open: work.length,
    overdue: rows.filter(({ overdueAt }) => overdueAt !== null).length,
  }
}

type Places = {
  villages: readonly { id: string; parent: string | null }[]
  categories: readonly string[]
  units: readonly { id: string }[]
  now: Date
  due: number
}

/** One in ten is open; villages, categories, sources and states are spread over each other as by dice. */
function issueAt(at: number, { villages, categories, units, now, due }: Places) {
  const village = villages[dice(at, 1, villages.length)]
  const id = `issue-${String(at).padStart(6, '0')}`
  const settled = at % 10 !== 3
  const found = now.getTime() - (500 - (at % 500)) * day
  const late = !settled && at % 100 === 3
  const justDue = !settled && !late && at < due * 10
  const dueAt = new Date(
    late ? now.getTime() - 3 * day : justDue ? now.getTime() - 1000 : now.getTime() + 9 * day,
  )
  const state: IssueState = settled ? 'closed' : (openStates[dice(at, 2, openStates.length)] ?? 'assigned')
  return {
    ...{ id, no: at + 1, category: categories[dice(at, 3, categories.length)] ?? '', severity: 1 as const },
    ...{
      source: IssueSource.options[dice(at, 4, 6)] ?? 'inspection',
      sourceRef: null,
      area: village?.id ?? '',
    },
    ...{ village: village?.id ?? null, township: village?.parent ?? null, text: `村口积存垃圾 ${at}` },
    ...{ location: `${at % 97} 号门前`, state: late ? ('assigned' as IssueState) : state, settled },
    ...{
      foundAt: new Date(found).toISOString(),
      foundBy: 'bench',
      receivedAt: new Date(found).toISOString(),
    },
    ...{
      assignment: id,
      lead: dice(at, 5, 4) === 0 ? (units[dice(at, 6, 5)]?.id ?? null) : (village?.id ?? null),
    },
    ...{ dueAt: dueAt.toISOString(), overdueAt: late ? dueAt.toISOString() : null },
    ...{
      closedAt: settled ? new Date(found + day).toISOString() : null,
      onTime: settled,
      fixed: settled,
      digest: id,
    },
  }
}

/** A number below `sides`, the same for the same throw (Knuth's multiplicative hash). */
function dice(at: number, salt: number, sides: number): number {
  const mixed = Math.imul(Math.imul(at + 1, 2654435761) ^ (salt * 40503), 2246822519)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % sides
}

function workOf(
  { id, lead, township, dueAt, text, overdueAt }: ReturnType<typeof issueAt>,
  now: Date,
): New<typeof assignment> {
  return {
    ...{
      id,
      origin: 'issue',
      originId: id,
      text,
      lead,
      assisting: [],
      owner: null,
      dueOn: dueAt.slice(0, 10),
    },
    ...{ state: 'open', createdAt: now.toISOString(), township, dueAt, level: 0, overdueAt },
    nextAt: overdueAt === null ? Date.parse(dueAt) : now.getTime() + 30 * day,
  }
}
