import type { AreaLevel } from '../../../schema/api/areas.ts'
import { codeFault } from '../areas/area-code.ts'
import { type AreaColumn, areaColumns } from './area-headings.ts'
import { type AreaRow, asWritten } from './area-row.ts'
import { AreaTree, bareTownship, type TreeArea } from './area-tree.ts'
import { type Cell, type Complaint, compact, plain } from './cell.ts'
import { readTable, type TableRow } from './read-table.ts'
import { editDistance, type Suggestion } from './suggest.ts'
import { bareName } from './village-name.ts'

export type AreasRead = {
  rows: AreaRow[]
  complete: boolean
  problem?: Complaint<'no_table' | 'no_rows'>
}

/**
 * What the reader settled of a row in doubt: the area that was meant (of a name much like another's: it is that one;
 * of an unknown township or village: it lies there), or `new` for one that is not there yet.
 */
export type AreaPicks = ReadonlyMap<number, string>

type Known = { areas: readonly TreeArea[]; county: { id: string; code: string } }

/**
 * A sheet of townships, villages, groups and grids, each row one area under those named before it. A row finds the
 * area it speaks of by the system's number, else by its code, else by its name under its parent; else it adds one.
 * Nothing is guessed: a name much like one that is there is in doubt until somebody says.
 */
export function readAreas(
  rows: readonly (readonly Cell[])[],
  known: Known,
  picks: AreaPicks = new Map(),
): AreasRead {
  const byVillage = readTable(rows, areaColumns, 'name', ['township'], 1)
  const read = byVillage.table ? byVillage : readTable(rows, areaColumns, 'township', [], 1)
  if (!read.table) return { rows: [], complete: false, problem: { code: 'no_table', params: {} } }
  const sheet = new AreaSheet(known, picks)
  const areas = read.rows.map((row) => sheet.read(row))
  const complete = areas.length > 0 && areas.every(({ error }) => !error)
  if (areas.length === 0) return { rows: [], complete, problem: { code: 'no_rows', params: {} } }
  return { rows: areas, complete }
}

/** The rows of one sheet, read from the top: what a row adds can be the parent of those below it. */
class AreaSheet {
  readonly #tree: AreaTree
  readonly #county: Known['county']
  readonly #picks: AreaPicks
  readonly #seen = new Map<string, number>()
  readonly #codes = new Map<string, number>()

  constructor({ areas, county }: Known, picks: AreaPicks) {
    this.#tree = new AreaTree(areas)
    this.#county = county
    this.#picks = picks
  }

  read(row: TableRow<AreaColumn>): AreaRow {
    const result = asWritten(row)
    const pick = this.#picks.get(row.row)
    const found = this.#find(result, row, pick)
    if (result.error) return result
    if (found) this.#compare(result, found, plain(row.cells.id) !== '' || result.code === found.code, pick)
    this.#checkCode(result, found)
    this.#checkRepeat(result)
    if (!result.error && result.action === 'add') this.#grow(result)
    return result
  }

  /** The area a row speaks of. Where there is none, `parent` of the row says where it will be, or `error` why not. */
  #find(result: AreaRow, { cells }: TableRow<AreaColumn>, pick: string | undefined): TreeArea | undefined {
    const id = compact(cells.id)
    if (id !== '') {
      const found = this.#tree.byId(id)
      if (!found || found.level !== result.level) result.error = { code: 'unknown_id', params: { id } }
      return found
    }
    const parent = this.#parentOf(result, cells, pick)
    if (parent === undefined) return undefined
    result.parent = parent
    const byCode = result.code === undefined ? undefined : this.#tree.byCode(result.code)
    const found =
      byCode?.level === result.level ? byCode : this.#tree.named(result.name, result.level, parent)
    if (found && found.parent !== parent) {
      const at = this.#tree.byId(found.parent ?? '')?.name ?? ''
      result.error = { code: 'elsewhere', params: { name: found.name, at } }
    }
    if (found) return found
    return this.#alike(result, parent, pick)
  }

  #parentOf(
    result: AreaRow,
    cells: TableRow<AreaColumn>['cells'],
    pick: string | undefined,
  ): string | undefined {
    if (result.level === 'township') return this.#county.id
    const picked = this.#tree.byId(pick ?? '')
    const township =
      picked?.level === 'township' ? picked : this.#tree.named(result.township, 'township', this.#county.id)
    if (result.township === '') result.error = { code: 'township_missing', params: {} }
    else if (!township) {
      result.error = { code: 'unknown_township', params: { township: result.township } }
      result.suggestions = this.#nearest(result.township, 'township', this.#county.id)
    }
    if (!township || result.level === 'village') return township?.id
    const written = plain(cells.name)
    if (written === '') return result.level === 'grid' ? township.id : this.#without(result)
    const village = picked?.level === 'village' ? picked : this.#tree.named(written, 'village', township.id)
    if (!village) {
      result.error = { code: 'unknown_village', params: { name: written.slice(0, 60) } }
      result.suggestions = this.#nearest(written, 'village', township.id)
    }
    const group = result.level === 'grid' ? plain(cells.village_group) : ''
    if (!village || group === '') return village?.id
    return this.#tree.named(group, 'village_group', village.id)?.id ?? village.id
  }

  #without(result: AreaRow): undefined {
    result.error = { code: 'village_missing', params: {} }
  }

  /** A new name one letter from one that is there may be a slip of the pen: in doubt, unless it has its own code. */
  #alike(result: AreaRow, parent: string, pick: string | undefined): TreeArea | undefined {
    if (pick === 'new' || result.code !== undefined) return undefined
    const picked = this.#tree.byId(pick ?? '')
    if (picked?.level === result.level && picked.parent === parent) return picked
    const name = bareName(result.name)
    const near = this.#tree
      .below(parent, result.level)
      .filter(
        (area) =>
          name.length > 1 &&
          editDistance(name, bareName(area.name)) === 1 &&
          !differsByNumber(name, bareName(area.name)),
      )
    if (near.length === 0) return undefined
    const added = { subject: 'new', name: result.name, township: '＋' }
    result.error = { code: 'similar', params: { name: result.name, other: near[0]?.name ?? '' } }
    result.suggestions = [...near.slice(0, 4).map((area) => this.#suggestion(area)), added]
    return undefined
  }

  #compare(result: AreaRow, found: TreeArea, sure: boolean, pick: string | undefined): void {
    result.id = found.id
    result.parent = found.parent ?? ''
    const renamed = sure && pick !== found.id && result.name !== found.name
    if (!renamed) result.name = found.name
    const recoded = result.code !== undefined && result.code !== found.code
    const moved = result.active !== undefined && result.active !== found.active
    result.action = renamed || recoded || moved ? 'change' : 'same'
  }

  #checkCode(result: AreaRow, found: TreeArea | undefined): void {
    if (result.code === undefined || result.error || result.code === found?.code) return
    const fault = codeFault(result.code, result.level, this.#county.code)
    const owner = this.#tree.byCode(result.code)
    const row = this.#codes.get(result.code)
    if (fault) result.error = { code: fault, params: { code: result.code, county: this.#county.code } }
    else if (owner) result.error = { code: 'code_taken', params: { code: result.code, name: owner.name } }
    else if (row !== undefined) result.error = { code: 'duplicate', params: { rows: [row, result.row] } }
    else this.#codes.set(result.code, result.row)
  }

  #checkRepeat(result: AreaRow): void {
    if (result.error) return
    const key = result.id ?? `${result.level} ${result.parent} ${result.name}`
    const row = this.#seen.get(key)
    if (row !== undefined) result.error = { code: 'duplicate', params: { rows: [row, result.row] } }
    else this.#seen.set(key, result.row)
  }

  #grow({ row, name, level, parent = '', code, active = true }: AreaRow): void {
    const id = `row:${row}`
    this.#tree.add({ id, code: code ?? id, name, level, parent, active })
    this.#seen.set(id, row)
  }

  #nearest(name: string, level: AreaLevel, parent: string): Suggestion[] {
    const bare = level === 'township' ? bareTownship : bareName
    const written = bare(name).slice(0, 30)
    return this.#tree
      .below(parent, level)
      .filter(({ active }) => active)
      .map((area) => ({ area, distance: editDistance(written, bare(area.name)) }))
      .filter(({ area, distance }) => distance <= Math.max(written.length, bare(area.name).length) / 2)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 5)
      .map(({ area }) => this.#suggestion(area))
  }

  #suggestion({ id, name, parent }: TreeArea): Suggestion {
    return { subject: id, name, township: this.#tree.byId(parent ?? '')?.name ?? '' }
  }
}

/** 第一网格 and 第二网格, 3组 and 4组, 东街 and 西街 are meant to be alike. */
function differsByNumber(one: string, other: string): boolean {
  const bare = (name: string) => name.replace(/[一二三四五六七八九十\d东西南北中上下前后新老大小]/gu, '#')
  return bare(one) === bare(other) && one.length === other.length
}
