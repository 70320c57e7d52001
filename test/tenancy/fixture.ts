import { aCounty, type TestCounty } from '../support/county.ts'

/** A county with one of everything, each name carrying the canary. */
export type Fixture = {
  county: TestCounty
  canary: string
  township: string
  village: string
  unit: string
  member: string
  token: string
}

export async function aFullCounty(code: string, shard: number, canary: string): Promise<Fixture> {
  const county = await aCounty(code, shard)
  const { office, at } = county
  const township = county.townships[0]?.id ?? ''
  const village = county.villagesOf(township)[0]?.id ?? ''
  const make = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await office.post(at(path), body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return answer.body as Record<string, unknown>
  }
  await office.patch(at(`/areas/${village}`), { name: `${canary}村` })
  const unit = await make('/units', { name: `${canary}组`, kind: 'group' })
  const login = `login-${canary.toLowerCase()}`
  const invited = await make('/members', { name: `${canary}员`, login, role: 'inspector', scope: unit.id })
  const made = await make('/tokens', { name: `${canary}令`, role: 'county_leader', expiresInDays: 1 })
  return {
    ...{ county, canary, township, village },
    unit: String(unit.id),
    member: idOf(invited.member),
    token: idOf(made.token),
  }
}

function idOf(thing: unknown): string {
  return String((thing as { id: string }).id)
}
