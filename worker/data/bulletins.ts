import { and, eq, getTableColumns, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { BulletinKind, BulletinState } from '../../schema/api/bulletins.ts'
import { area, audit, bulletin } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { decodeRow, type Statement } from './statement.ts'

export type BulletinRow = Row<typeof bulletin>
/** A bulletin without its body, which may be large. */
export type BulletinHead = Omit<BulletinRow, 'content' | 'data'> & { ownerName: string }
/** A bulletin with its body and the name of the area it belongs to. */
export type OwnedBulletin = BulletinRow & { ownerName: string; ownerLevel: string }

/** Whose drafts are shown beside what was issued: everybody's, one township's, or nobody's. */
export type DraftReach = 'any' | { township: string } | 'none'

export type BulletinFilter = {
  state?: BulletinState | undefined
  kind?: BulletinKind | undefined
  owner?: string | undefined
  drafts: DraftReach
}

/** Bulletins without their bodies, the newest first, before the id `before`. */
export function selectBulletins(
  db: CountyDb,
  { state, kind, owner, drafts }: BulletinFilter,
  limit: number,
  before = '~',
): Statement<BulletinHead> {
  const told = inArray(bulletin.state, ['issued', 'withdrawn'])
  const shown =
    drafts === 'any' ? undefined : drafts === 'none' ? told : or(told, eq(bulletin.owner, drafts.township))
  const conditions: (SQL | undefined)[] = [
    lt(bulletin.id, before),
    state && eq(bulletin.state, state),
    kind && eq(bulletin.kind, kind),
    owner === undefined ? undefined : eq(bulletin.owner, owner),
    shown,
  ]
  return heads(db, and(...conditions), sql`${bulletin.id} desc`, limit)
}

/** One bulletin with its body and owner. */
export function selectBulletin(db: CountyDb, id: string): Statement<OwnedBulletin> {
  const columns = Object.keys(getTableColumns(bulletin)).filter((name) => name !== 'county')
  return {
    sql: sql`select ${listed(columns)}, ${owners.name}, ${owners.level} from ${bulletin}
      where ${bulletin.county} = ${db.county} and ${bulletin.id} = ${id}`,
    decode: (raw) => decodeOwned(raw),
  }
}

/** A new draft; nothing is added where its id, or what the clock made it for, is taken. */
export function addDraft(
  db: CountyDb,
  row: Omit<New<typeof bulletin>, 'state' | 'version'>,
): Statement<BulletinRow> {
  return db.insert(bulletin, { ...row, state: 'draft', version: 1 }, { taken: 'ignore' })
}

/** The condition that a draft is still as it was seen. */
export function unchangedDraft(id: string, version: number): SQL {
  const same = and(eq(bulletin.id, id), eq(bulletin.state, 'draft'), eq(bulletin.version, version))
  return same ?? eq(bulletin.id, id)
}

type Change = { [K in keyof BulletinRow]?: BulletinRow[K] | undefined }

/** Changes a draft as it was seen; no row back where it has changed meanwhile. */
export function changeDraft(
  db: CountyDb,
  { id, version }: Pick<BulletinRow, 'id' | 'version'>,
  change: Change,
): Statement<BulletinRow> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return db.update(bulletin, { ...given, version: version + 1 }, unchangedDraft(id, version))
}

/** A precondition: that this change of a draft, and no other, has made it what it is now. */
export function settledBy(
  db: CountyDb,
  { id, version, state }: Pick<BulletinRow, 'id' | 'version' | 'state'>,
): SQL {
  const now = and(eq(bulletin.id, id), eq(bulletin.version, version), eq(bulletin.state, state))
  return db.exists(bulletin, now ?? eq(bulletin.id, id))
}

/** Withdraws an issued bulletin; no row back where it is not one. */
export function markWithdrawn(
  db: CountyDb,
  id: string,
  { withdrawnAt, withdrawnFor }: { withdrawnAt: string; withdrawnFor: string },
): Statement<BulletinRow> {
  const issued = and(eq(bulletin.id, id), eq(bulletin.state, 'issued')) ?? eq(bulletin.id, id)
  return db.update(bulletin, { state: 'withdrawn', withdrawnAt, withdrawnFor }, issued)
}

/** Where a list of issued bulletins goes on: after the one issued then under this id. */
export type IssuedCursor = { issuedAt: string; id: string }

/** What a county and its townships have issued for everybody and not withdrawn, the newest issue first. */
export function selectPublicBulletins(
  db: CountyDb,
  limit: number,
  after?: IssuedCursor,
): Statement<BulletinHead> {
  const beyond = after && sql`(${bulletin.issuedAt}, ${bulletin.id}) < (${after.issuedAt}, ${after.id})`
  const shown = and(eq(bulletin.state, 'issued'), eq(bulletin.visibility, 'public'), beyond)
  return heads(db, shown, sql`${bulletin.issuedAt} desc, ${bulletin.id} desc`, limit)
}

/**
 * One bulletin as everybody may read it, with what its data blocks showed when it was issued; also one that was issued
 * for everybody and withdrawn since, so that its old address can say why.
 */
export function selectPublicBulletin(db: CountyDb, id: string): Statement<OwnedBulletin> {
  const one = selectBulletin(db, id)
  return {
    sql: sql`${one.sql} and ${bulletin.state} in ('issued', 'withdrawn') and ${bulletin.visibility} = 'public'`,
    decode: one.decode,
  }
}

/**
 * A text that changes with everything that pages of public bulletins show; null where there is none. However many there
 * are, it reads the newest few (issued at one moment, or by a clock that is behind, they are still told apart) and the
 * last row of the audit that tells of a withdrawal.
 */
export function publicBulletinsStamp(db: CountyDb): SQL {
  const told = (state: BulletinState, limit: number) =>
    db.select(bulletin, and(eq(bulletin.state, state), eq(bulletin.visibility, 'public')), {
      ...{ pick: ['issuedAt', 'id'], orderBy: [bulletin.issuedAt, bulletin.id], descending: true, limit },
    }).sql
  const withdrawal = sql`select max(id) from ${audit} indexed by audit_verb where county = ${db.county} and verb = 'bulletin.withdraw'`
  // One that was withdrawn still has its address, which says why.
  return sql`(select case when issued is not null or gone then coalesce(issued, '') || '/' || coalesce(last, '') end
    from (select (select group_concat(id) from (${told('issued', 8)})) as issued,
      exists (${told('withdrawn', 1)}) as gone, (${withdrawal}) as last))`
}

const owners = {
  name: sql`(select name from ${area} where ${area.county} = ${bulletin.county} and ${area.id} = ${bulletin.owner}) as ownerName`,
  level: sql`(select level from ${area} where ${area.county} = ${bulletin.county} and ${area.id} = ${bulletin.owner}) as ownerLevel`,
}
const bodies: readonly string[] = ['county', 'content', 'data']
const headColumns = Object.keys(getTableColumns(bulletin)).filter((name) => !bodies.includes(name))

function heads(db: CountyDb, where: SQL | undefined, order: SQL, limit: number): Statement<BulletinHead> {
  return {
    sql: sql`select ${listed(headColumns)}, ${owners.name} from ${bulletin}
      where ${bulletin.county} = ${db.county} and (${where ?? sql`true`}) order by ${order} limit ${limit}`,
    decode: ({ ownerName, ...raw }) => ({
      ...(decodeRow(bulletin, raw) as BulletinRow),
      ownerName: String(ownerName),
    }),
  }
}

function decodeOwned({ ownerName, ownerLevel, ...raw }: Record<string, unknown>): OwnedBulletin {
  const row = decodeRow(bulletin, raw) as BulletinRow
  return { ...row, ownerName: String(ownerName), ownerLevel: String(ownerLevel) }
}

function listed(names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql`${bulletin}.${sql.identifier(name)}`),
    sql`, `,
  )
}
