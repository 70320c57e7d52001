import { sql } from 'drizzle-orm'
import { area } from '../../../schema/tables/county.ts'
import type { AreaRow } from '../../data/areas.ts'
import { writeXlsx } from '../../files/sheets/write.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'

// Headings are Chinese whatever the language on screen: the same file is read back, and goes round in offices.
const header = ['乡镇', '村', '村民小组', '网格', '代码', '状态', '系统编号'] as const
const titles = { zh: '乡镇和村', en: 'Townships and villages' }
const states = { active: '在用', retired: '停用' }

/** Every township, village, group and grid as an .xlsx file that can be changed and brought in again. */
export async function areasSheet(
  { db, county }: Pick<CountyContext, 'db' | 'county'>,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array }> {
  const areas = await db.find(area, sql`${area.level} not in ('household', 'merchant')`, {
    orderBy: [area.code],
  })
  const byId = new Map(areas.map((row) => [row.id, row]))
  const under = new Map<string, AreaRow[]>()
  for (const row of areas) under.set(row.parent ?? '', [...(under.get(row.parent ?? '') ?? []), row])
  const inOrder = (parent: string): AreaRow[] =>
    (under.get(parent) ?? []).flatMap((row) => [row, ...inOrder(row.id)])
  const own = areas.find(({ level }) => level === 'county')
  const rows = inOrder(own?.id ?? '').map((row) => {
    const places = placesOf(row, byId)
    const code = row.code === row.id && !/^\d{9,12}$/.test(row.code) ? '' : row.code
    return [...places, code, row.active ? states.active : states.retired, row.id]
  })
  const name = `${county.name} ${titles[language]}`
  const widths = [22, 28, 16, 16, 16, 8, 40]
  return { name, bytes: await writeXlsx([{ name: titles[language], header, rows, widths }]) }
}

const columns = ['township', 'village', 'village_group', 'grid'] as const

/** The names of an area and of those it lies in, by column; of nested grids the area's own. */
function placesOf(row: AreaRow, byId: ReadonlyMap<string, AreaRow>): string[] {
  const named = new Map<string, string>()
  for (let at: AreaRow | undefined = row; at; at = byId.get(at.parent ?? ''))
    if (!named.has(at.level)) named.set(at.level, at.name)
  return columns.map((level) => named.get(level) ?? '')
}
