import { beforeAll, describe, expect, test } from 'vitest'
import type { Member, OneTimeLink } from '../../schema/api/identity.ts'
import { auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let township: string
beforeAll(async () => {
  jingtai = await aCounty('620423')
  township = jingtai.townships[0]?.id ?? ''
})
const invites = (members: unknown[]) => jingtai.office.post(jingtai.at('/members/invitations'), { members })
const listed = async () =>
  ((await jingtai.office.get(jingtai.at('/members?limit=500'))).body as { items: Member[] }).items

describe('many invitations at once', () => {
  test('give a link each, and every member the scope that was meant', async () => {
    const village = jingtai.villagesOf(township)[0]?.id ?? ''
    const group = (await jingtai.office.post(jingtai.at('/units'), { name: '第一组', kind: 'group' }))
      .body as {
      id: string
    }
    const answer = await invites([
      { name: '甲', login: 'jia-bao', role: 'township_reporter', scope: township },
      { name: '乙', login: 'yi-cun', role: 'village_secretary', scope: village },
      { name: '丙', login: 'bing-zu', role: 'inspector', scope: group.id },
      { name: '丁', login: 'ding-ban', role: 'county_leader' },
    ])
    expect(answer.status, answer.text).toBe(201)
    const { items } = answer.body as { items: { member: Member; activation: OneTimeLink }[] }
    expect(items.map(({ member }) => member.scope)).toEqual([
      { kind: 'township', id: township, township },
      { kind: 'village', id: village, township },
      { kind: 'unit', id: group.id, township: null },
      { kind: 'county', id: null, township: null },
    ])
    const links = items.map(({ activation }) => activation.url)
    expect(new Set(links).size).toBe(4)
    expect(links.every((url) => url.includes('/activate#'))).toBe(true)
  })

  test('are all refused where one cannot be, each row named', async () => {
    const before = (await listed()).length
    const answer = await invites([
      { name: '甲', login: 'new-one', role: 'township_reporter', scope: township },
      { name: '甲', login: 'jia-bao', role: 'township_reporter', scope: township },
      { name: '乙', login: 'new-one', role: 'township_reporter', scope: township },
      { name: '丙', login: 'new-two', role: 'inspector', scope: township },
      { name: '丁', login: 'new-three', role: 'inspector', scope: 'nowhere' },
      { name: '戊', login: 'new-four', role: 'inspector' },
    ])
    expect(answer.status).toBe(422)
    const { errors } = answer.body as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual([
      ...['members.1.login', 'members.2.login', 'members.3.scope', 'members.4.scope', 'members.5.scope'],
    ])
    expect((await listed()).length).toBe(before)
  })
})

describe('a member', () => {
  test('gets another role and scope, which hold at once', async () => {
    const { office, at, townships } = jingtai
    const reporter = await jingtai.member('township_reporter', township)
    const me = (await reporter.get('/me')).body as { memberships: { id: string }[] }
    const id = me.memberships[0]?.id ?? ''
    const other = townships[1]?.id ?? ''
    const moved = await office.patch(at(`/members/${id}`), { scope: other })
    expect(moved.body).toMatchObject({ role: 'township_reporter', scope: { id: other, township: other } })
    const led = await office.patch(at(`/members/${id}`), { role: 'county_leader', scope: null })
    expect(led.body).toMatchObject({ role: 'county_leader', scope: { kind: 'county', id: null } })
    expect((await reporter.get(at('/audit'))).status).toBe(200)
    const unfit = await office.patch(at(`/members/${id}`), { role: 'inspector' })
    expect(unfit.body).toMatchObject({ status: 422, type: '/problems/scope-unfit' })
    expect(await auditOf(jingtai, id)).toEqual(['member.change', 'member.change'])
  })

  test('does not change its own', async () => {
    const { office, at } = jingtai
    const me = (await office.get('/me')).body as { memberships: { id: string }[] }
    const own = await office.patch(at(`/members/${me.memberships[0]?.id}`), {
      role: 'county_leader',
      scope: null,
    })
    expect(own.body).toMatchObject({ status: 409, type: '/problems/own-access' })
  })
})
