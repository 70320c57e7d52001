import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import type { Role } from '../../schema/api/access.ts'
import type { Area } from '../../schema/api/areas.ts'
import { account } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { resolveScope } from '../../worker/actions/identity/members.ts'
import { tick } from '../../worker/actions/tick.ts'
import { ControlDb, insertInto } from '../../worker/data/control-db.ts'
import { foundCounty } from '../../worker/data/counties.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { addMembership } from '../../worker/data/members.ts'
import { newId } from '../../worker/data/new-id.ts'
import { newSession } from '../../worker/data/sessions.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { county as regionCounty } from '../../worker/files/regions.ts'
import { signAccess } from '../../worker/http/session.ts'
import { Client } from './client.ts'

/** A county ready to work with: its id, a path below it, its townships and villages, and people who are signed in. */
export type TestCounty = {
  id: CountyId
  code: string
  shard: number
  /** Path of something in this county: `at('/areas')`. */
  at: (path: string) => string
  db: CountyDb
  control: ControlDb
  office: Client
  areas: Area[]
  townships: Area[]
  villagesOf: (township: string) => Area[]
  /** A signed-in member of a role; `scope` is an area or unit id. */
  member: (role: Role, scope?: string) => Promise<Client>
}

/**
 * A county of the national divisions with its areas imported, on a shard of choice. Sessions are minted, not signed
 * in: only the identity tests pay for hashing passwords. Each call makes a new tenant, even for the same code
 * (only the first with a code is approved; the others are on trial).
 */
export async function aCounty(code = '620423', shard = 0): Promise<TestCounty> {
  const control = new ControlDb(env.CONTROL)
  const region = await regionCounty(env.ASSETS, code)
  if (!region) throw new Error(`no region ${code}`)
  const id = newId() as CountyId
  const now = new Date().toISOString()
  const founder = await anAccount(control)
  const [[taken]] = await control.run({
    sql: sql`select count(*) as n from county where code = ${code} and status = 'approved'`,
    decode: (raw) => Number(raw.n),
  })
  const row = {
    ...{ id, code, name: region.name, kind: region.kind, province: region.province, city: region.city },
    ...{ office: '整治办', shard, villages: 1, areas: 'importing' as const, createdAt: now },
    status: taken ? ('trial' as const) : ('approved' as const),
  }
  const membership = {
    ...{ id: newId(), county: id, account: founder.id, login: founder.login, name: '办公室' },
    ...{ role: 'county_admin' as const, scopeKind: 'county' as const, createdAt: now },
  }
  await control.run(...foundCounty(row, { membership }, Date.now()))
  await tick(env, id, new Date())
  const db = new CountyDb(shardOf(env, shard), id)
  const at = (path: string) => `/counties/${id}${path}`
  const office = await signedIn(control, founder.id)
  const areas = await everyArea(office, at)
  return {
    ...{ id, code, shard, at, db, control, office, areas },
    townships: areas.filter((area) => area.level === 'township'),
    villagesOf: (township) => areas.filter((area) => area.level === 'village' && area.parent === township),
    member: async (role, scope) => {
      const person = await anAccount(control)
      const reach = await resolveScope(db, role, scope)
      await control.run(
        addMembership({
          ...{ id: newId(), county: id, account: person.id, login: person.login, name: role, role },
          ...{ scopeKind: reach.kind, scope: reach.id, township: reach.township, createdAt: now },
        }),
      )
      return signedIn(control, person.id)
    },
  }
}

/** An account without a usable password. */
export async function anAccount(control: ControlDb): Promise<{ id: string; login: string }> {
  const id = newId()
  const row = {
    id,
    login: `a${id.replaceAll('-', '')}`,
    name: '某人',
    password: '-',
    createdAt: new Date().toISOString(),
  }
  await control.run(insertInto(account, row))
  return row
}

/** A browser with a minted session. */
export async function signedIn(control: ControlDb, accountId: string): Promise<Client> {
  const client = new Client()
  const session = newId()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 86_400_000).toISOString()
  await control.run(
    newSession({
      id: session,
      account: accountId,
      secret: await sha256('s'),
      createdAt: now.toISOString(),
      expiresAt,
    }),
  )
  const access = await signAccess(env, { account: accountId, session }, Math.floor(now.getTime() / 1000))
  client.setCookie('__Host-access', access)
  client.setCookie('__Host-refresh', `${session}.s`)
  return client
}

async function everyArea(office: Client, at: (path: string) => string): Promise<Area[]> {
  const areas: Area[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await office.get(at(`/areas?limit=500${cursor ? `&cursor=${cursor}` : ''}`))
    const page = answer.body as { items: Area[]; nextCursor: string | null }
    areas.push(...page.items)
    cursor = page.nextCursor
  }
  return areas
}
