import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

/**
 * Whoever loses a membership, a role, a scope or a token loses it with the next request, read or write, though the
 * browser's access cookie is still good for minutes: what a caller may do is looked up each time.
 */

let county: TestCounty
let here: string
let there: string
let reporter: Client
let membership: string
beforeAll(async () => {
  county = await aCounty('620423', 0)
  here = county.townships[0]?.id ?? ''
  there = county.townships[1]?.id ?? ''
})
beforeEach(async () => {
  reporter = await county.member('township_reporter', here)
  const { body } = await reporter.get('/me')
  membership = (body as { memberships: { id: string }[] }).memberships[0]?.id ?? ''
})

const aTeam = (area: string) => ({ name: '志愿队', area, members: 3 })

async function changes(change: object): Promise<void> {
  const answer = await county.office.patch(county.at(`/members/${membership}`), change)
  expect(answer.status, answer.text).toBe(200)
}

/** What they could do a moment ago, with the very same cookies: no fresh sign-in stands between. */
async function works(area = here): Promise<number[]> {
  const { at } = county
  const tried = [reporter.get(at('/teams')), reporter.post(at('/teams'), aTeam(area))]
  return (await Promise.all(tried)).map(({ status }) => status)
}

describe('the next request', () => {
  test('of a member who was disabled is nobody’s, to read or to write, and stays so until they sign in', async () => {
    expect(await works()).toEqual([200, 201])
    await changes({ disabled: true })
    expect(await works()).toEqual([401, 401])
    await changes({ disabled: false })
    expect(await works()).toEqual([401, 401])
  })

  test('of one who is a member elsewhere too finds this county no more, and the other as before', async () => {
    const other = await aCounty('410822', 1)
    await county.control.run({
      sql: sql`insert into membership (id, county, account, login, name, role, scopeKind, createdAt)
        select ${newId()}, ${other.id}, account, login, name, 'county_leader', 'county', createdAt
        from membership where id = ${membership}`,
      decode: () => null,
    })
    expect((await reporter.get(other.at('/units'))).status).toBe(200)
    await changes({ disabled: true })
    expect(await works()).toEqual([404, 404])
    expect((await reporter.get(other.at('/units'))).status).toBe(200)
    const noted = await other.db.find(audit, eq(audit.target, county.id))
    expect(noted.map(({ verb }) => verb)).toEqual(['access.denied', 'access.denied'])
  })

  test('of a member with a smaller role may do what that role may', async () => {
    expect(await works()).toEqual([200, 201])
    await changes({ role: 'village_secretary', scope: county.villagesOf(here)[0]?.id })
    expect(await works()).toEqual([200, 403])
    expect((await reporter.get(county.at('/posts'))).status).toBe(403)
  })

  test('of a member who was moved reaches the new place and no longer the old', async () => {
    const made = await reporter.post(county.at('/teams'), aTeam(here))
    const id = (made.body as { id: string }).id
    await changes({ role: 'township_reporter', scope: there })
    expect(await works(here)).toEqual([200, 403])
    expect(await works(there)).toEqual([200, 201])
    expect((await reporter.get(county.at('/teams'))).text).not.toContain(id)
    expect((await reporter.patch(county.at(`/teams/${id}`), { members: 9 })).status).toBe(404)
  })

  test('of a machine whose token was revoked is not known', async () => {
    const wanted = { name: '机器', role: 'township_reporter', scope: here, expiresInDays: 1 }
    const made = await county.office.post(county.at('/tokens'), wanted)
    const { secret, token } = made.body as { secret: string; token: { id: string } }
    const machine = new Client(secret)
    expect((await machine.get(county.at('/teams'))).status).toBe(200)
    expect((await county.office.delete(county.at(`/tokens/${token.id}`))).status).toBeLessThan(300)
    expect((await machine.get(county.at('/teams'))).status).toBe(401)
    expect((await machine.post(county.at('/teams'), aTeam(here))).status).toBe(401)
  })
})

describe('what a phone or a browser has kept is not confirmed to be fresh', () => {
  test('the field bundle: neither its tag nor the bundle is answered', async () => {
    const first = await reporter.get(county.at('/field'))
    const tag = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await reporter.get(county.at('/field'), tag)).status).toBe(304)
    await changes({ role: 'township_reporter', scope: there })
    const moved = await reporter.get(county.at('/field'), tag)
    expect(moved.status).toBe(200)
    expect(moved.headers.get('etag')).not.toBe(tag['if-none-match'])
    await changes({ disabled: true })
    expect((await reporter.get(county.at('/field'), tag)).status).toBe(401)
  })

  test('a photo: whoever may see it no more is told nothing of it', async () => {
    const photo = await aPhoto(county, county.office, aJpeg(64, 48))
    const category = await county.office.post(county.at('/issue-categories'), {
      ...{ name: '乱堆', group: 'own', severity: 1, deadline: { unit: 'same_day' } },
    })
    const issue = await county.office.put(county.at(`/issues/${newId()}`), {
      ...{ category: (category.body as { id: string }).id, area: here, source: 'inspection' },
      ...{ text: '柴草乱堆', foundAt: new Date().toISOString(), photos: [photo] },
    })
    expect(issue.status, issue.text).toBe(201)
    const path = county.at(`/photos/${photo}`)
    const first = await reporter.get(path)
    const tag = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect([first.status, (await reporter.get(path, tag)).status]).toEqual([200, 304])
    await changes({ role: 'township_reporter', scope: there })
    expect((await reporter.get(path, tag)).status).toBe(404)
    await changes({ disabled: true })
    expect((await reporter.get(path, tag)).status).toBe(401)
  })
})
