import { sql } from 'drizzle-orm'
import type { FieldCode, FieldCodeQuery, FieldCodeTarget, NewFieldCodes } from '../../../schema/api/field.ts'
import {
  addCodes,
  revokeCode,
  revokeCodesOf,
  selectAreaOfCode,
  selectCode,
  selectCodes,
} from '../../data/field-codes.ts'
import { bySubject, selectLineages } from '../../data/names.ts'
import { newFieldCode } from '../../data/new-secret.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { rootOf } from './grids.ts'

/** What a scanned code opens. Errors: not_found, also where it is another county's or has been revoked. */
export async function openCode({ db }: Pick<CountyContext, 'db'>, code: string): Promise<FieldCodeTarget> {
  const [[area]] = await db.together(selectAreaOfCode(db, code))
  if (!area) throw new Problem('not_found')
  return { area: area.id, name: area.name, level: area.level }
}

/** Codes in use within the member's reach, by the id of their area. */
export async function listCodes(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 100, township }: FieldCodeQuery,
): Promise<{ items: FieldCode[]; nextCursor: string | null }> {
  const own = rootOf(member)
  if (own !== undefined && township !== undefined && township !== own) return { items: [], nextCursor: null }
  const [rows] = await db.together(selectCodes(db, { root: own ?? township }, limit + 1, cursor))
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.area ?? null) : null }
}

/**
 * Gives villages and grids codes: one that has a code keeps it, unless it is to be renewed. Errors: invalid (areas that
 * are none of the two, each named), forbidden (another township's).
 */
export async function makeCodes(
  context: CountyContext,
  { areas, renew = false }: NewFieldCodes,
): Promise<FieldCode[]> {
  const { db, member, now } = context
  const wanted = [...new Set(areas)]
  const [lineages] = await db.together(selectLineages(db, wanted))
  const above = bySubject(lineages)
  const unknown = areas.flatMap((id, at) => (isCodable(above.get(id)?.[0]) ? [] : [`areas.${at}`]))
  if (unknown.length > 0) throw notCodable(unknown)
  for (const id of wanted) {
    const township = above.get(id)?.find(({ level }) => level === 'township')?.id ?? null
    requireCan(member, 'code.write', { township })
  }
  const at = now.toISOString()
  const rows = wanted.map((area) => ({ code: newFieldCode(), area, by: member.id, at }))
  await db.write(
    ...(renew ? [revokeCodesOf(db, wanted, { revokedAt: at, revokedBy: member.id })] : []),
    ...addCodes(db, rows),
    record(
      context,
      renew ? 'code.renew' : 'code.make',
      context.county.id,
      { areas: wanted.length },
      sql`changes() > 0`,
    ),
  )
  const [codes] = await db.together(selectCodes(db, { areas: wanted }, wanted.length))
  return codes
}

/** From now on the code opens nothing. Errors: not_found, forbidden (another township's). */
export async function revoke(context: CountyContext, code: string): Promise<void> {
  const { db, member, now } = context
  const [[found]] = await db.together(selectCode(db, code))
  if (!found) throw new Problem('not_found')
  const [lineage] = await db.together(selectLineages(db, [found.area]))
  const township = lineage.find(({ level }) => level === 'township')?.id ?? null
  requireCan(member, 'code.write', { township })
  const [[revoked]] = await db.write(
    revokeCode(db, code, { revokedAt: now.toISOString(), revokedBy: member.id }),
    record(context, 'code.revoke', found.area, {}, sql`changes() > 0`),
  )
  if (!revoked) throw new Problem('not_found')
}

function isCodable(area: { active: boolean; level: string } | undefined): boolean {
  return area?.active === true && (area.level === 'village' || area.level === 'grid')
}

function notCodable(paths: readonly string[]): Problem {
  const message = { zh: '只能给在用的村和网格制码', en: 'Only villages and grids in use have codes' }
  return new Problem(
    'invalid',
    {},
    { fields: (language) => paths.map((path) => ({ path, message: message[language] })) },
  )
}
