import type { Area } from '../../../schema/api/areas.ts'
import { findTemplate } from '../../../worker/domain/inspections/templates/templates.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'
import type { MortalHost } from './mortal-host.ts'
import { type Figures, Writer } from './writer.ts'

/** A county that signed up on the host, with an open round, a scoring sheet and issue categories. */
export type Signed = {
  id: string
  office: Writer
  round: string
  sheet: { id: string; version: number }
  townships: { id: string; villages: string[] }[]
  /** Somebody of a township; its secret is a machine token's. */
  reporter: (township: string) => Promise<Writer>
}

const day = 86_400_000

/** 景泰县 (11 townships, 151 villages), founded through the API as anybody would. */
export async function aSignedCounty(host: MortalHost, figures: Figures): Promise<Signed> {
  const account = { name: '办公室', login: 'durability', password: 'eight-clients-write-on' }
  const api = `${host.url}/api/v1`
  const founded = await send(host, `${api}/signup`, 'POST', { county: '620423', office: '整治办', account })
  const cookie = founded.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { county } = (await founded.json()) as { county: { id: string } }
  const at = (path: string) => `${api}/counties/${county.id}${path}`
  const asks = async <Body>(method: string, path: string, body?: unknown) =>
    (await (await send(host, at(path), method, body, cookie)).json()) as Body

  const token = async (role: string, scope?: string) => {
    const wanted = { name: '系统', role, expiresInDays: 30, ...(scope ? { scope } : {}) }
    const { secret } = await asks<{ secret: string }>('POST', '/tokens', wanted)
    return new Writer(host, county.id, secret, figures)
  }
  const office = await token('county_admin')
  const areas = await broughtIn(asks)
  await asks('PUT', '/issue-categories/catalogue', {})
  return {
    ...{ id: county.id, office, round: await anOpenRound(asks), sheet: await aSheet(asks) },
    townships: areas
      .filter(({ level }) => level === 'township')
      .map(({ id }) => ({ id, villages: areas.filter(({ parent }) => parent === id).map((one) => one.id) }))
      .filter(({ villages }) => villages.length > 1),
    reporter: (township) => token('township_reporter', township),
  }
}

type Asks = <Body>(method: string, path: string, body?: unknown) => Promise<Body>

/** Asks until the queue has brought in the county's areas. */
async function broughtIn(asks: Asks): Promise<Area[]> {
  for (;;) {
    const { items } = await asks<{ items: Area[] }>('GET', '/areas?limit=500')
    if (items.filter(({ level }) => level === 'village').length === 151) return items
  }
}

/** Closes in two days, whatever the weekday. */
async function anOpenRound(asks: Asks): Promise<string> {
  const campaign = { name: '四抓四促', startsOn: '2026-01-01', endsOn: '2099-12-31' }
  const { id } = await asks<{ id: string }>('POST', '/campaigns', campaign)
  const cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' }
  const board = { campaign: id, name: '三色榜', subject: 'village', cadence, policy: threeColourTemplate }
  const made = await asks<{ id: string }>('POST', '/boards', board)
  const [opensAt, closesAt] = [-2 * day, 2 * day].map((ms) => new Date(Date.now() + ms).toISOString())
  const round = await asks<{ id: string }>('POST', `/boards/${made.id}/rounds`, { opensAt, closesAt })
  return round.id
}

async function aSheet(asks: Asks): Promise<Signed['sheet']> {
  const { name, subject, method, items } = findTemplate('village-100') ?? {}
  return asks('POST', '/sheets', { name, subject, method, items, template: 'village-100' })
}

async function send(host: MortalHost, url: string, method: string, body?: unknown, cookie = '') {
  const answer = await fetch(url, {
    method,
    headers: {
      origin: host.url,
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer
}
