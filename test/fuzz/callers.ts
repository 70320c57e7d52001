import { type Role, roles } from '../../schema/api/access.ts'
import type { Fixture } from '../tenancy/fixture.ts'

/** Somebody who asks: with a session, a token, a made-up token, or nothing. */
export type Caller = {
  name: string
  headers: Record<string, string>
  /** Somebody else of that role takes the place of one who has been signed out or put out. */
  again?: () => Promise<void>
}

const scopeOf: Record<Role, (own: Fixture) => string | undefined> = {
  county_admin: () => undefined,
  county_leader: () => undefined,
  inspector: (own) => own.unit,
  drone_operator: (own) => own.unit,
  township_reporter: (own) => own.township,
  township_leader: (own) => own.township,
  department: (own) => own.unit,
  village_secretary: (own) => own.village,
  grid_member: (own) => own.field.grid,
}

/** Everybody a county has, signed in; the office more often than all others together, for it may do most. */
export async function callersOf(own: Fixture): Promise<Caller[]> {
  const members = await Promise.all(roles.map((role) => aMember(own, role)))
  const made = await own.county.office.post(own.county.at('/tokens'), {
    ...{ name: '机', role: 'county_admin', expiresInDays: 1 },
  })
  const { secret } = made.body as { secret: string }
  const [office = await aMember(own, 'county_admin')] = members
  return [
    ...members,
    { name: 'token', headers: { authorization: `Bearer ${secret}` } },
    { name: 'made-up token', headers: { authorization: 'Bearer xb_made-up' } },
    { name: 'nobody', headers: {} },
    ...Array.from({ length: 16 }, () => office),
  ]
}

async function aMember(own: Fixture, role: Role): Promise<Caller> {
  const caller = { name: role, headers: {}, again: () => signIn() }
  const signIn = async () => {
    const client = await own.county.member(role, scopeOf[role](own))
    caller.headers = { origin: 'http://localhost', cookie: `__Host-access=${client.cookie('__Host-access')}` }
  }
  await signIn()
  return caller
}
