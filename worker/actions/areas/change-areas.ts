import { and, eq, ne, sql } from 'drizzle-orm'
import type { Area, AreaChange, AreaLevel, NewArea } from '../../../schema/api/areas.ts'
import { area } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { type CodeFault, codeFault, storedCode } from '../../domain/areas/area-code.ts'
import { areaRowMessages } from '../../problems/area-messages.ts'
import type { Language } from '../../problems/language.ts'
import { fill, Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Which level an area may stand directly under. */
const parentsOf: Record<NewArea['level'], readonly AreaLevel[]> = {
  township: ['county'],
  village: ['township'],
  village_group: ['village'],
  grid: ['township', 'village', 'village_group', 'grid'],
}

/** Adds an area that the national codes lack. Errors: not_found (parent), area_level, invalid (code), id_taken. */
export async function addArea(context: CountyContext, wanted: NewArea): Promise<Area> {
  const { db, now } = context
  const parent = await db.first(area, eq(area.id, wanted.parent))
  if (!parent) throw new Problem('not_found')
  if (!parentsOf[wanted.level].includes(parent.level)) throw new Problem('area_level')
  const id = wanted.id ?? newId(now.getTime())
  const code = wanted.code === undefined ? id : storedCode(wanted.code, wanted.level)
  requireCode(context, wanted.code, wanted.level)
  const row = {
    id,
    code,
    name: wanted.name,
    level: wanted.level,
    parent: parent.id,
    active: true,
  }
  const [[added]] = await db.write(
    db.insert(area, row, { taken: 'ignore', when: db.absent(area, eq(area.code, code)) }),
    record(context, 'area.add', id, { level: row.level, parent: parent.id }, sql`changes() > 0`),
  )
  if (added) return added
  const holder = await db.first(area, eq(area.code, code))
  if (holder && holder.id !== id) throw codeRefused('code_taken', { code, name: holder.name })
  throw new Problem('id_taken')
}

/** Renames, recodes, retires or restores an area; its id never changes. Errors: not_found, invalid (code). */
export async function changeArea(context: CountyContext, id: string, change: AreaChange): Promise<Area> {
  const { db } = context
  const mine = and(eq(area.id, id), sql`level <> 'county'`) ?? eq(area.id, id)
  const code = change.code === undefined ? undefined : await freeCode(context, id, change.code)
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(code === undefined ? {} : { code }),
    ...(change.active === undefined ? {} : { active: change.active }),
  }
  if (Object.keys(set).length === 0) {
    const same = await db.first(area, mine)
    if (!same) throw new Problem('not_found')
    return same
  }
  const [[changed]] = await db.write(
    db.update(area, set, mine),
    record(context, 'area.change', id, set, db.exists(area, mine)),
  )
  if (!changed) throw new Problem('not_found')
  return changed
}

/** The code as it is stored, if this area may have it. Two who give the same code at once are both let through. */
async function freeCode(context: CountyContext, id: string, wanted: string): Promise<string> {
  const { db } = context
  const [[mine], [holder]] = await db.together(
    db.select(area, eq(area.id, id)),
    db.select(area, and(eq(area.code, wanted), ne(area.id, id))),
  )
  if (!mine) throw new Problem('not_found')
  if (mine.code !== wanted) requireCode(context, wanted, mine.level)
  if (holder) throw codeRefused('code_taken', { code: wanted, name: holder.name })
  return storedCode(wanted, mine.level)
}

function requireCode({ county }: CountyContext, code: string | undefined, level: AreaLevel): void {
  const fault = code === undefined ? null : codeFault(code, level, county.code)
  if (code !== undefined && fault) throw codeRefused(fault, { code, county: county.code })
}

function codeRefused(fault: CodeFault | 'code_taken', params: Record<string, string>): Problem {
  const message = (language: Language) => fill(areaRowMessages[fault][language], params)
  return new Problem('invalid', {}, { fields: (language) => [{ path: 'code', message: message(language) }] })
}
