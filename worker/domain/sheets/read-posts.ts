import type { Post } from '../../../schema/api/ranking.ts'
import { type Cell, type Complaint, compact, plain } from './cell.ts'
import { type ColumnSpec, nameColumn, townshipColumn } from './headings.ts'
import { postColumns, postLevel, postNamed } from './post-headings.ts'
import { readDate } from './read-date.ts'
import { readTable, type TableRow } from './read-table.ts'
import { type NameErrorCode, resolveName } from './resolve-name.ts'
import { indexRoster, type RosterIndex, type RosterSubject, townshipNamed } from './roster.ts'
import type { Furniture } from './row-kind.ts'
import type { Suggestion } from './suggest.ts'

export type PostArea = { id: string; code: string; name: string; level: string; parent: string | null }

export type PostErrorCode =
  | NameErrorCode
  | 'unknown_post'
  | 'holder_missing'
  | 'township_missing'
  | 'unknown_township'
  | 'village_missing'
  | 'bad_date'
  | 'ends_before_start'
  | 'duplicate'

/** One holder of one post; `from` and `to` are days, both included, absent where the sheet doesn't say. */
export type PostRow = {
  row: number
  holder: string
  post?: Post
  area?: string
  township?: string
  village?: string
  from?: string
  to?: string
  phone?: string
  error?: Complaint<PostErrorCode>
  suggestions?: Suggestion[]
}

export type PostsRead = {
  rows: PostRow[]
  complete: boolean
  problem?: Complaint<'no_table' | 'no_rows'>
  ignored: { row: number; reason: Furniture; text: string }[]
}

type Column = 'name' | 'township' | 'post' | 'holder' | 'from' | 'to' | 'phone' | Post

const personColumn: ColumnSpec<'holder'> = {
  key: 'holder',
  exact: ['姓名', '人员姓名', '干部姓名', '负责人姓名', '任职人', '任职人员', 'holder', 'name'],
}
const columns: readonly ColumnSpec<Column>[] = [
  // 单位, 名称 and "name" head the holder's column here as often as a village's.
  {
    key: 'name',
    exact: nameColumn.exact.filter((heading) => !/^(?:name|名称|单位|单位名称|户主.*)$/u.test(heading)),
  },
  townshipColumn,
  personColumn,
  { key: 'post', exact: ['职务', '岗位', '职务名称', '岗位名称', '任职', 'post'] },
  { key: 'from', exact: ['开始日期', '起始日期', '任职日期', '任职时间', '开始时间', '起', 'from'] },
  { key: 'to', exact: ['结束日期', '截止日期', '离任日期', '离任时间', '结束时间', '止', 'to'] },
  { key: 'phone', exact: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式', 'phone'] },
  ...postColumns,
]

/**
 * Who holds which post where: either a row a holder (职务, 姓名, 乡镇, 村, dates), or a row a village with a column a
 * post (村, 包村领导, 驻村第一书记 …), where several names may share a cell.
 */
export function readPosts(rows: readonly (readonly Cell[])[], areas: readonly PostArea[]): PostsRead {
  const index = indexAreas(areas)
  const long = readTable(rows, columns, 'holder', ['township'])
  const byHolder = long.table?.columns.post !== undefined
  const wide = byHolder ? long : readTable(rows, columns, 'name', ['township'])
  const read = byHolder ? long : wide
  if (!read.table)
    return { rows: [], complete: false, problem: { code: 'no_table', params: {} }, ignored: [] }
  const posts = withoutRepeats(
    read.rows.flatMap((row) => (byHolder ? [holderRow(row, index)] : villageRow(row, index))),
  )
  const found = {
    rows: posts,
    ignored: read.ignored,
    complete: posts.length > 0 && posts.every(({ error }) => !error),
  }
  return posts.length > 0 ? found : { ...found, problem: { code: 'no_rows', params: {} } }
}

/** Villages of a county by every way their names are written. */
export function indexAreas(areas: readonly PostArea[]): RosterIndex {
  const townships = areas.filter(({ level }) => level === 'township')
  const names = new Map(townships.map(({ id, name }) => [id, name]))
  const villages = areas.flatMap(({ id, code, name, level, parent }): RosterSubject[] =>
    level === 'village'
      ? [{ id, code, name, township: parent ?? '', townshipName: names.get(parent ?? '') ?? '' }]
      : [],
  )
  return indexRoster(villages, townships)
}

function holderRow(row: TableRow<Column>, index: RosterIndex): PostRow {
  const written = plain(row.cells.post)
  const post = postNamed(written)
  const result = postRow(row, plain(row.cells.holder))
  if (post) result.post = post
  else result.error = { code: 'unknown_post', params: { post: written.slice(0, 40) } }
  if (post) settleArea(result, post, index)
  settleDates(result, row)
  return result
}

function villageRow(row: TableRow<Column>, index: RosterIndex): PostRow[] {
  return postColumns.flatMap(({ key }) =>
    holdersIn(row.cells[key]).map((holder) => {
      const result = { ...postRow(row, holder), post: key }
      settleArea(result, key, index)
      settleDates(result, row)
      return result
    }),
  )
}

/** 张三、李四 are two; 张 三 is one name spread over its cell. */
function holdersIn(cell: Cell | undefined): string[] {
  const pieces = String(cell ?? '')
    .slice(0, 200)
    .split(/[、,，;；\n\r/]+/u)
  return pieces.map(compact).filter((name) => name !== '' && !/^[-—无]+$/u.test(name))
}

function postRow(row: TableRow<Column>, holder: string): PostRow {
  const result: PostRow = { row: row.row, holder: compact(holder).slice(0, 40) }
  const township = plain(row.cells.township).slice(0, 60)
  const village = plain(row.cells.name).slice(0, 60)
  const phone = compact(row.cells.phone).slice(0, 30)
  if (township !== '') result.township = township
  if (village !== '') result.village = village
  if (phone !== '') result.phone = phone
  if (result.holder === '') result.error = { code: 'holder_missing', params: {} }
  return result
}

function settleArea(result: PostRow, post: Post, index: RosterIndex): void {
  const township = result.township ? townshipNamed(result.township, index) : null
  if (result.township && !township) {
    result.error ??= { code: 'unknown_township', params: { township: result.township } }
    return
  }
  if (postLevel[post] === 'township' && (township || !result.village)) {
    if (township) result.area = township
    else result.error ??= { code: 'township_missing', params: {} }
    return
  }
  if (!result.village) {
    result.error ??= { code: 'village_missing', params: {} }
    return
  }
  const found = resolveName(result.village, result.township ? { township: result.township } : {}, index)
  if ('subject' in found) {
    result.area = postLevel[post] === 'township' ? found.subject.township : found.subject.id
  } else {
    result.error ??= found.error
    result.suggestions = found.suggestions
  }
}

function settleDates(result: PostRow, { cells }: TableRow<Column>): void {
  for (const end of ['from', 'to'] as const) {
    const date = readDate(cells[end])
    if (date === null) result.error ??= { code: 'bad_date', params: { text: plain(cells[end]).slice(0, 40) } }
    else if (date !== 'missing') result[end] = date
  }
  if (result.from && result.to && result.to < result.from) {
    result.error ??= { code: 'ends_before_start', params: { from: result.from, to: result.to } }
  }
}

/** In the wide form a township's leader stands on every village's row: said again is no mistake there. */
function withoutRepeats(rows: readonly PostRow[]): PostRow[] {
  const seen = new Map<string, PostRow>()
  return rows.filter((row) => {
    if (!row.post || !row.area) return true
    const key = JSON.stringify([row.post, row.area, row.holder, row.from ?? ''])
    const first = seen.get(key)
    if (!first) seen.set(key, row)
    else if (postLevel[row.post] === 'township' && row.village) return false
    else row.error ??= { code: 'duplicate', params: { rows: [first.row, row.row] } }
    return true
  })
}
