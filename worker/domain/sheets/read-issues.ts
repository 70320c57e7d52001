import type { IssueSource } from '../../../schema/api/issues.ts'
import { type Cell, type Complaint, compact, plain } from './cell.ts'
import { findTable, type Table } from './find-table.ts'
import { categoryNamed, type NamedCategory } from './issue-category.ts'
import { type IssueColumn, issueColumns } from './issue-headings.ts'
import { leadsNamed, type Party } from './issue-leads.ts'
import { type PlaceErrorCode, placeOf } from './issue-place.ts'
import { type Due, readDue, saysDone, sourceNamed, sourceTitled } from './issue-words.ts'
import { readDate } from './read-date.ts'
import { indexAreas, type PostArea } from './read-posts.ts'
import type { RosterIndex } from './roster.ts'
import { furnitureIn } from './row-kind.ts'
import type { Suggestion } from './suggest.ts'

export type IssueRowErrorCode =
  | PlaceErrorCode
  | 'unknown_lead'
  | 'unknown_category'
  | 'category_missing'
  | 'bad_date'
  | 'bad_due'
  | 'text_missing'
  | 'unknown_pick'

/** One problem of a ledger. Days are calendar days; `closedOn` is null where it is done and no day is said. */
export type IssueRow = {
  row: number
  text: string
  /** Where it is, as the sheet says it. */
  name: string
  location?: string
  no?: number
  area?: string
  category?: string
  lead?: string
  assisting: string[]
  owner?: string
  measure?: string
  foundOn?: string
  due?: Exclude<Due, null>
  closedOn?: string | null
  source?: IssueSource
  error?: Complaint<IssueRowErrorCode>
  suggestions?: readonly Suggestion[]
}

export type IssuesRead = {
  rows: IssueRow[]
  complete: boolean
  /** What the sheet's title says about where the problems come from. */
  source?: IssueSource
  problem?: Complaint<'no_table' | 'no_rows'>
}

/** What names of a sheet may mean; areas are all that are in use, whatever their level. */
export type IssueGround = {
  areas: readonly PostArea[]
  units: readonly Party[]
  categories: readonly NamedCategory[]
  /** The category of rows that name none. */
  fallback?: string
  /** Nothing is found or done after it; a day without a year is of its year. */
  today: string
}

/** What a human settled: ids of an area, a unit or a category by row; null leaves the row out. */
export type Picks = Readonly<Record<number, readonly string[] | null>>

/**
 * The problems of an issue ledger (序号、问题、地点、责任单位、责任人、整改措施、时限、完成情况、销号时间) or of a superior's
 * feedback list, with whatever of these columns there are. A row's first trouble is told with what may have been meant.
 */
export function readIssues(
  rows: readonly (readonly Cell[])[],
  ground: IssueGround,
  picks: Picks = {},
): IssuesRead {
  const table = findTable(rows, issueColumns, 'text')
  if (!table) return { rows: [], complete: false, problem: { code: 'no_table', params: {} } }
  const index = indexAreas(ground.areas)
  const issues = rows.slice(table.firstRow).flatMap((row, at) => {
    const number = table.firstRow + at + 1
    const short = row.map((cell) => plain(cell).slice(0, 40))
    const left = picks[number] === null || furnitureIn(short, short[table.columns.text ?? 0]) !== null
    return left ? [] : [issueRow(number, cellsOf(row, table), index, ground, picks[number] ?? [])]
  })
  const title = rows
    .slice(0, table.firstRow - 1)
    .flat()
    .map(plain)
    .join(' ')
  const source = sourceTitled(title)
  return {
    rows: issues,
    complete: issues.length > 0 && issues.every(({ error }) => !error),
    ...(source && { source }),
    ...(issues.length === 0 && { problem: { code: 'no_rows' as const, params: {} } }),
  }
}

type Cells = (key: IssueColumn) => Cell

function cellsOf(row: readonly Cell[], { columns }: Table<IssueColumn>): Cells {
  return (key) => {
    const column = columns[key]
    return column === undefined ? null : (row[column] ?? null)
  }
}

function issueRow(
  row: number,
  cell: Cells,
  index: RosterIndex,
  ground: IssueGround,
  picked: readonly string[],
): IssueRow {
  const location = words(cell('location'), 200)
  const [township, village] = [plain(cell('township')).slice(0, 60), plain(cell('village')).slice(0, 60)]
  const result: IssueRow = {
    ...{ row, text: words(cell('text'), 4000), assisting: [] },
    name: [township, village, location].filter((word) => word !== '').join(' '),
    ...(location !== '' && { location }),
  }
  const no = Number(compact(cell('no')))
  if (Number.isInteger(no) && no > 0) result.no = no
  const [owner, measure] = [words(cell('owner'), 100), words(cell('measure'), 3800)]
  if (owner !== '') result.owner = owner
  if (measure !== '') result.measure = measure
  const source = sourceNamed(plain(cell('source')))
  if (source) result.source = source

  const settled = pickedIn(picked, ground)
  if (result.text === '') result.error = { code: 'text_missing', params: {} }
  if (settled.unknown !== undefined)
    result.error ??= { code: 'unknown_pick', params: { name: settled.unknown } }
  const beside = [plain(cell('lead')).slice(0, 60), result.text.slice(0, 200)]
  settle(
    result,
    picked,
    settled.area ? { area: settled.area } : placeOf({ township, village, location, beside }, index),
  )
  settle(
    result,
    picked,
    settled.lead ? { lead: settled.lead } : leadsNamed(plain(cell('lead')), ground.units, index, 'lead'),
  )
  settle(result, picked, leadsNamed(plain(cell('assisting')), ground.units, index, 'assisting'))
  settle(
    result,
    picked,
    settled.category
      ? { category: settled.category }
      : categoryNamed(plain(cell('category')), result.text, ground),
  )
  settleDays(result, cell, ground.today)
  return result
}

type Found = Partial<Pick<IssueRow, 'area' | 'category' | 'lead' | 'assisting'>>
type Trouble = { error: Complaint<IssueRowErrorCode>; suggestions: readonly Suggestion[] }

/** Takes over what was found, or the row's first trouble; a suggestion carries on what was picked before. */
function settle(result: IssueRow, picked: readonly string[], found: Found | Trouble): void {
  if (!('error' in found)) {
    const assisting = [...result.assisting, ...(found.assisting ?? [])]
    Object.assign(result, found, { assisting })
  } else if (!result.error) {
    result.error = found.error
    result.suggestions = found.suggestions.map((one) => ({
      ...one,
      subject: [...picked, one.subject].join('.'),
    }))
  }
}

function pickedIn(picked: readonly string[], { areas, units, categories }: IssueGround) {
  const settled: { area?: string; lead?: string; category?: string; unknown?: string } = {}
  for (const id of picked) {
    // The first area is where it is; a second one leads.
    if (areas.some((area) => area.id === id)) settled[settled.area === undefined ? 'area' : 'lead'] = id
    else if (units.some((unit) => unit.id === id)) settled.lead = id
    else if (categories.some((category) => category.id === id)) settled.category = id
    else settled.unknown = id
  }
  return settled
}

function settleDays(result: IssueRow, cell: Cells, today: string): void {
  const found = readDate(cell('found'))
  const closed = readDate(cell('closed'))
  const due = readDue(cell('due'), today.slice(0, 4))
  const wrong = (day: string | null) => day === null || (day !== 'missing' && day > today)
  const bad = wrong(found) ? 'found' : wrong(closed) ? 'closed' : undefined
  if (bad) result.error ??= { code: 'bad_date', params: { text: plain(cell(bad)).slice(0, 40) } }
  if (due === null) result.error ??= { code: 'bad_due', params: { text: plain(cell('due')).slice(0, 40) } }
  else result.due = due
  if (found && found !== 'missing') result.foundOn = found
  if (closed && closed !== 'missing') result.closedOn = closed
  else if (saysDone(cell('progress'))) result.closedOn = null
}

/** A cell's words as they are to be kept: white space and invisible marks tidied, nothing narrowed. */
function words(cell: Cell, most: number): string {
  const text = cell === null ? '' : String(cell)
  return text
    .slice(0, most)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}
