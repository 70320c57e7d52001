import { type SQL, sql } from 'drizzle-orm'
import type { Role, ScopeKind } from '../../schema/api/access.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import { madeDue } from './due-clock.ts'
import type { Statement } from './statement.ts'

export type CountyRow = {
  id: CountyId
  code: string
  name: string
  kind: string
  office: string
  status: 'trial' | 'approved'
  demo: boolean
  shard: number
  areas: 'importing' | 'ready'
  /** Stopped by the platform: reads go on, writes and public pages do not. */
  suspended: boolean
  /** Whether its administrators need a second factor. */
  secondFactorWanted: boolean
}
export type MemberRow = {
  id: string
  role: Role
  scopeKind: ScopeKind
  scope: string | null
  township: string | null
}
export type SessionRow = {
  id: string
  secret: string
  previousSecret: string | null
  rotatedAt: string
  expiresAt: string
  revokedAt: string | null
  account: {
    id: string
    login: string
    name: string
    platform: boolean
    disabledAt: string | null
    /** Whether it signs in with an authenticator app too. */
    secondFactor: boolean
  }
}

/** A session with, where a county is asked for and its account is a member there, the county and membership. */
export type SessionCaller = { session: SessionRow; county?: CountyRow; member?: MemberRow }

/**
 * One read answers who calls and what they may reach: session, account, county and membership. Where the request is
 * expected to leave work, the county is made due at `dueAt` (epoch ms) in the same round trip, if they are a member.
 */
export async function findSessionCaller(
  control: ControlDb,
  session: string,
  county: string | undefined,
  dueAt?: number,
): Promise<SessionCaller | undefined> {
  const statement: Statement<SessionCaller> = rowsAs(
    sql`select s.id as sessionId, s.secret, s.previousSecret, s.rotatedAt, s.expiresAt, s.revokedAt,
      a.id as accountId, a.login, a.name as accountName, a.platform, a.disabledAt,
      exists (select 1 from second_factor f where f.account = a.id and f.confirmedAt is not null) as secondFactor,
      m.id as memberId, m.role, m.scopeKind, m.scope, m.township, ${countyColumns}
      from session s join account a on a.id = s.account
      left join county c on ${county === undefined ? sql`false` : names(county)}
      left join membership m on m.county = c.id and m.account = a.id and m.disabledAt is null
      where s.id = ${session}
      order by m.id is null limit 1`,
    (raw) => ({
      session: {
        id: text(raw, 'sessionId'),
        secret: text(raw, 'secret'),
        previousSecret: nullable(raw, 'previousSecret'),
        rotatedAt: text(raw, 'rotatedAt'),
        expiresAt: text(raw, 'expiresAt'),
        revokedAt: nullable(raw, 'revokedAt'),
        account: {
          id: text(raw, 'accountId'),
          login: text(raw, 'login'),
          name: text(raw, 'accountName'),
          platform: raw.platform === 1,
          disabledAt: nullable(raw, 'disabledAt'),
          secondFactor: raw.secondFactor === 1,
        },
      },
      ...(raw.memberId === null ? {} : { county: countyOf(raw), member: memberOf(raw) }),
    }),
  )
  if (county === undefined || dueAt === undefined) return control.first(statement)
  const theirs = sql`select m.county from session s
    join county c on ${names(county)}
    join membership m on m.county = c.id and m.account = s.account and m.disabledAt is null
    where s.id = ${session} and s.revokedAt is null`
  const [found] = await control.run(statement, madeDue(theirs, dueAt))
  return found[0]
}

/**
 * A machine token by its hash, with its county; undefined where it is unknown, expired or revoked. With `due`, its
 * county is made due in the same round trip, if it is the one asked for.
 */
export async function findTokenCaller(
  control: ControlDb,
  hash: string,
  now: string,
  due?: { county: string; at: number },
): Promise<{ county: CountyRow; member: MemberRow } | undefined> {
  const valid = sql`t.hash = ${hash} and t.revokedAt is null and t.expiresAt > ${now}`
  const statement = rowsAs(
    sql`select t.id as memberId, t.role, t.scopeKind, t.scope, t.township, ${countyColumns}
      from token t join county c on c.id = t.county where ${valid}`,
    (raw) => ({ county: countyOf(raw), member: memberOf(raw) }),
  )
  if (!due) return control.first(statement)
  const its = sql`select t.county from token t join county c on c.id = t.county and ${names(due.county)} where ${valid}`
  const [found] = await control.run(statement, madeDue(its, due.at))
  return found[0]
}

/** A county by id or, once approved, by code: for the public pages and the jobs. */
export async function findCounty(control: ControlDb, county: string): Promise<CountyRow | undefined> {
  return control.first(selectCounty(county))
}

/** The read of `findCounty`, to stand with others in one round trip. */
export function selectCounty(county: string): Statement<CountyRow> {
  return rowsAs(sql`select ${countyColumns} from county c where ${names(county)} limit 1`, countyOf)
}

/** Whether anybody may read what a county has made public: it is approved and not suspended. */
export function shownToPublic({ status, suspended }: Pick<CountyRow, 'status' | 'suspended'>): boolean {
  return status === 'approved' && !suspended
}

const countyColumns = sql`c.id as countyId, c.code, c.name as countyName, c.kind, c.office, c.status, c.demo, c.shard, c.areas, c.suspendedAt, c.secondFactorSince`

/** `{county}` in a path is the tenant's id or, once approved, its 6-digit code. */
function names(county: string): SQL {
  return /^\d{6}$/.test(county) ? sql`(c.code = ${county} and c.status = 'approved')` : sql`c.id = ${county}`
}

function countyOf(raw: Record<string, unknown>): CountyRow {
  return {
    id: text(raw, 'countyId') as CountyId,
    code: text(raw, 'code'),
    name: text(raw, 'countyName'),
    kind: text(raw, 'kind'),
    office: text(raw, 'office'),
    status: raw.status === 'approved' ? 'approved' : 'trial',
    demo: raw.demo === 1,
    shard: Number(raw.shard),
    areas: raw.areas === 'ready' ? 'ready' : 'importing',
    suspended: raw.suspendedAt !== null,
    secondFactorWanted: raw.secondFactorSince !== null,
  }
}

function memberOf(raw: Record<string, unknown>): MemberRow {
  return {
    id: text(raw, 'memberId'),
    role: text(raw, 'role') as Role,
    scopeKind: text(raw, 'scopeKind') as ScopeKind,
    scope: nullable(raw, 'scope'),
    township: nullable(raw, 'township'),
  }
}

function text(raw: Record<string, unknown>, name: string): string {
  return String(raw[name])
}

function nullable(raw: Record<string, unknown>, name: string): string | null {
  const value = raw[name]
  return value === null || value === undefined ? null : String(value)
}
