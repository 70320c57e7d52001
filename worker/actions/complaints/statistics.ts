import type { ComplaintStatistics } from '../../../schema/api/complaints.ts'
import { selectCounts } from '../../data/complaints.ts'
import { selectCategoryNames } from '../../data/issue-categories.ts'
import { groupBy } from '../../domain/sheets/group-by.ts'
import type { CountyContext } from '../context.ts'

const usual = 90 * 86_400_000

/** How many complaints came in by category since a day (Asia/Shanghai), by default 90 days; counts alone, most first. */
export async function complaintStatistics(
  { db, now }: Pick<CountyContext, 'db' | 'now'>,
  since = new Date(now.getTime() - usual).toISOString().slice(0, 10),
): Promise<ComplaintStatistics> {
  const [counts, categories] = await db.together(
    selectCounts(db, firstIdAt(Date.parse(`${since}T00:00:00+08:00`))),
    selectCategoryNames(db),
  )
  const groups = groupBy(counts, ({ category }) => category)
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const rows = [...groups].map(([category, own]) => {
    const sum = (of: (one: (typeof own)[number]) => boolean) =>
      own.filter(of).reduce((total, { n }) => total + n, 0)
    return {
      category,
      name: category === null ? null : (names.get(category) ?? category),
      complaints: sum(({ kind }) => kind === 'complaint'),
      suggestions: sum(({ kind }) => kind === 'suggestion'),
      waiting: sum(({ state }) => state === 'received' || state === 'doubtful'),
      taken: sum(({ state }) => state === 'taken'),
      answered: sum(({ state }) => state === 'answered'),
      declined: sum(({ state }) => state === 'declined'),
    }
  })
  const all = ({ complaints, suggestions }: (typeof rows)[number]) => complaints + suggestions
  return { since, rows: rows.sort((a, b) => all(b) - all(a)) }
}

/** Where the ids of an instant begin: a UUIDv7 starts with its milliseconds. */
function firstIdAt(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
