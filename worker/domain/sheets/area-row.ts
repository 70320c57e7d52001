import type { AreaLevel } from '../../../schema/api/areas.ts'
import { type CodeFault, storedCode } from '../areas/area-code.ts'
import type { AreaColumn } from './area-headings.ts'
import { type Complaint, compact, plain } from './cell.ts'
import type { TableRow } from './read-table.ts'
import type { Suggestion } from './suggest.ts'

export type AreaErrorCode =
  | CodeFault
  | 'code_taken'
  | 'unknown_id'
  | 'township_missing'
  | 'unknown_township'
  | 'village_missing'
  | 'unknown_village'
  | 'elsewhere'
  | 'similar'
  | 'bad_state'
  | 'duplicate'
  | 'name_long'

/** What a row asks for: a new area, another name, code or state of one that is there, or nothing. */
export type AreaRow = {
  row: number
  action: 'add' | 'change' | 'same'
  level: AreaLevel
  name: string
  township: string
  code?: string
  /** The area it speaks of, where it is there already. */
  id?: string
  /** Its parent: an id, or `row:7` for an area that row 7 adds. */
  parent?: string
  active?: boolean
  error?: Complaint<AreaErrorCode>
  suggestions?: Suggestion[]
}

const deepestFirst = ['grid', 'village_group', 'name', 'township'] as const
const levelOf = {
  grid: 'grid',
  village_group: 'village_group',
  name: 'village',
  township: 'township',
} as const

/** A row as it is written, before anybody looks for the area it speaks of. */
export function asWritten({ row, cells }: TableRow<AreaColumn>): AreaRow {
  const at = deepestFirst.find((column) => plain(cells[column]) !== '') ?? 'name'
  const level = levelOf[at]
  const name = compact(cells[at])
  const code = compact(cells.code)
  const state = compact(cells.state)
  const result: AreaRow = {
    ...{ row, level, action: 'add', name: name.slice(0, 100) },
    township: level === 'township' ? '' : plain(cells.township).slice(0, 60),
    ...(code === '' ? {} : { code: storedCode(code.slice(0, 64), level) }),
  }
  if (name.length > 100) result.error = { code: 'name_long', params: {} }
  if (/^(?:在用|是|使用|active|1)$/iu.test(state)) result.active = true
  else if (/^(?:停用|已停用|否|撤销|retired|0)$/iu.test(state)) result.active = false
  else if (state !== '') result.error = { code: 'bad_state', params: { text: state.slice(0, 20) } }
  return result
}
