import { and, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { audit, auditLate, auditSeal, erasure } from '../../schema/tables/county.ts'
import type { AuditContent } from '../domain/audit/seal.ts'
import { idAt } from './audit.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type SealRow = Row<typeof auditSeal>

/** The last block, or none. */
export function selectHead(db: CountyDb): Statement<SealRow> {
  return db.select(auditSeal, undefined, { orderBy: auditSeal.no, descending: true, limit: 1 })
}

/** Blocks from number `from` on, in order. */
export function selectSeals(db: CountyDb, from: number, limit: number): Statement<SealRow> {
  return db.select(auditSeal, gte(auditSeal.no, from), { orderBy: auditSeal.no, limit })
}

/** Blocks before number `before`, the newest first. */
export function listSeals(db: CountyDb, before: number, limit: number) {
  const pick = ['no', 'rows', 'late', 'hash', 'sealedAt'] as const
  return db.find(auditSeal, lt(auditSeal.no, before), {
    ...{ pick, orderBy: auditSeal.no, descending: true, limit },
  })
}

export async function findSeal(db: CountyDb, no: number): Promise<SealRow | undefined> {
  return db.first(auditSeal, eq(auditSeal.no, no))
}

/** Whether the county is being erased: a row, or none. */
export function selectErasure(db: CountyDb): Statement<Pick<Row<typeof erasure>, 'since'>> {
  return db.select(erasure, undefined, { pick: ['since'], limit: 1 })
}

/** Rows after the last block, from before an instant (epoch ms), in order. */
export function selectUnsealed(db: CountyDb, before: number, limit: number): Statement<AuditContent> {
  const head = sql`coalesce((select upTo from ${auditSeal} where county = ${db.county} order by no desc limit 1), '')`
  return contents(sql`${inSpan(db, head)} and id < ${idAt(before)} order by id limit ${limit}`)
}

/** Rows of a block's span, without those that came late. */
export function selectSpan(
  db: CountyDb,
  { after, upTo }: Pick<SealRow, 'after' | 'upTo'>,
  limit: number,
): Statement<AuditContent> {
  return contents(sql`${inSpan(db, sql`${after}`, upTo)} order by id limit ${limit}`)
}

/** Late rows that a block covers, or that none does yet (null), in order. */
export function selectLate(db: CountyDb, block: number | null, limit: number): Statement<AuditContent> {
  const which = block === null ? sql`block is null` : sql`block = ${block}`
  const ids = sql`select id from ${auditLate} where county = ${db.county} and ${which} order by id limit ${limit}`
  return contents(sql`county = ${db.county} and id in (${ids}) order by id`)
}

/** How many rows no block covers yet. */
export function countUnsealed(db: CountyDb, head: SealRow | undefined): Promise<number> {
  return db.count(audit, sql`id > ${head?.upTo ?? ''}`)
}

/**
 * Adds a block where its number is free, its span still holds just the rows it was made of, and the county is not
 * being erased; marks the late rows it covers. Answers the block, or nothing where somebody else was first.
 */
export async function addSeal(
  db: CountyDb,
  seal: SealRow,
  late: readonly string[],
): Promise<SealRow | undefined> {
  const same = sql`(select count(*) from ${audit} where ${inSpan(db, sql`${seal.after}`, seal.upTo)}) = ${seal.rows}`
  const when = sql`${same} and ${db.absent(erasure, sql`true`)}`
  const mine = db.exists(auditSeal, and(eq(auditSeal.no, seal.no), eq(auditSeal.hash, seal.hash)) ?? same)
  const covered = sql`id in (select value from json_each(${JSON.stringify(late)}))`
  const [[added]] = await db.write(
    db.insert(auditSeal, seal, { taken: 'ignore', when }),
    db.update(auditLate, { block: seal.no }, and(isNull(auditLate.block), covered, mine) ?? mine),
  )
  return added
}

/** The triggers that keep the audit as it is, by name; see the shards' migrations. */
const guards = ['audit', 'audit_seal', 'audit_late'].flatMap((table) =>
  ['unchanged', 'kept', 'not_replaced'].map((what) => `${table}_${what}`),
)

/** Those of the triggers that are gone from the county's database. */
export function selectLostGuards(): Statement<string> {
  const wanted = JSON.stringify([...guards, 'audit_behind'])
  return {
    sql: sql`select value from json_each(${wanted})
      where value not in (select name from sqlite_master where type = 'trigger')`,
    decode: (raw) => String(raw.value),
  }
}

function inSpan(db: CountyDb, after: SQL, upTo?: string): SQL {
  const late = sql`not exists (select 1 from ${auditLate} l where l.county = ${db.county} and l.id = ${audit}.id)`
  const until = upTo === undefined ? sql.empty() : sql` and id <= ${upTo}`
  return sql`county = ${db.county} and id > ${after}${until} and ${late}`
}

function contents(where: SQL): Statement<AuditContent> {
  return {
    sql: sql`select id, at, actor, verb, target, detail from ${audit} where ${where}`,
    decode: (raw) => ({ ...(raw as AuditContent), detail: parsed(String(raw.detail)) }),
  }
}

/** What is no JSON was not written by the service; as a text it still has a hash. */
function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail)
  } catch {
    return detail
  }
}
