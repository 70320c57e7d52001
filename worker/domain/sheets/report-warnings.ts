import type { Complaint } from './cell.ts'
import type { Table } from './find-table.ts'
import { groupBy } from './group-by.ts'
import type { ReportColumn } from './headings.ts'
import type { ReportInput, ReportRow, ReportWarningCode } from './report-types.ts'

type Warning = Complaint<ReportWarningCode>

const MOST_NAMED = 30

/** What is unusual but allowed: the user is told and may apply the report all the same. */
export function reportWarnings(
  rows: readonly ReportRow[],
  table: Table<ReportColumn>,
  input: ReportInput,
  fromOrder: boolean,
): Warning[] {
  const warnings: Warning[] = []
  const { kind } = input.source
  if (fromOrder && rows.length > 0) warnings.push({ code: 'ranks_from_order', params: {} })
  if (kind === 'rank' && !fromOrder) warnings.push(...rankWarnings(rows))
  const silent = rows.filter(({ subject, value, error }) => subject && value === undefined && !error)
  if (silent.length > 0)
    warnings.push(
      named(
        'value_missing',
        silent.map(({ name }) => name),
      ),
    )
  const missing = missingSubjects(rows, input)
  if (missing.length > 0) warnings.push(named('subjects_missing', missing))
  for (const { key, columns } of table.repeated) {
    if (key !== 'name' && key !== kind) continue
    warnings.push({
      code: 'columns_repeated',
      params: { column: key, columns: columns.map((column) => column + 1) },
    })
  }
  return warnings
}

/** Ties are allowed, and after a tie both 1, 2, 2, 4 and 1, 2, 2, 3 are usual; anything else leaves a rank out. */
function rankWarnings(rows: readonly ReportRow[]): Warning[] {
  const warnings: Warning[] = []
  const ranked = rows.filter(({ value, error }) => value !== undefined && !error)
  const byRank = [...groupBy(ranked, ({ value }) => value ?? 0)].sort(([a], [b]) => a - b)
  const skipped: number[] = []
  let allowed = [1]
  for (const [rank, sharing] of byRank) {
    if (sharing.length > 1) {
      const params = {
        rank,
        rows: sharing.map(({ row }) => row),
        names: sharing.map(({ name }) => name).slice(0, MOST_NAMED),
      }
      warnings.push({ code: 'rank_repeated', params })
    }
    const from = Math.max(...allowed.filter((next) => next <= rank), 0) || (allowed[0] ?? 1)
    if (!allowed.includes(rank))
      for (let gap = from; gap < rank && skipped.length < MOST_NAMED; gap += 1) skipped.push(gap)
    allowed = [rank + 1, rank + sharing.length]
  }
  if (skipped.length > 0) warnings.push({ code: 'rank_skipped', params: { ranks: skipped } })
  return warnings
}

function missingSubjects(
  rows: readonly ReportRow[],
  { roster, reporterTownship, expected }: ReportInput,
): string[] {
  const listed = new Set(rows.flatMap(({ subject }) => subject ?? []))
  const wanted = expected && new Set(expected)
  return roster
    .filter(({ id, township }) =>
      wanted ? wanted.has(id) : !reporterTownship || township === reporterTownship,
    )
    .filter(({ id }) => !listed.has(id))
    .map(({ name }) => name)
}

function named(code: ReportWarningCode, names: readonly string[]): Warning {
  return { code, params: { count: names.length, names: names.slice(0, MOST_NAMED) } }
}
