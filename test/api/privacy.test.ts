import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Erased, NameFound, PersonalData } from '../../schema/api/privacy.ts'
import { consequence, notice, post } from '../../schema/tables/county.ts'
import { rowsAs } from '../../worker/data/control-db.ts'
import { addMembership } from '../../worker/data/members.ts'
import { newId } from '../../worker/data/new-id.ts'
import { aBoard, anOpenRound, auditOf } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty, anAccount, signedIn, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let boai: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  jingtai = await aCounty('620423')
  boai = await aCounty('410822', 1)
  township = jingtai.townships[0]?.id ?? ''
  villages = jingtai.villagesOf(township).map(({ id }) => id)
})

const holds = (area: string | undefined, holder: string) =>
  jingtai.office.post(jingtai.at('/posts'), { area, post: 'village_head', holder, startsOn: '2026-01-01' })
const found = async (name: string) =>
  (await jingtai.office.post(jingtai.at('/personal-data/searches'), { name })).body as NameFound

/** A member under a name, and its browser. */
async function aMember(county: TestCounty, account: string, name: string, login: string) {
  const id = newId()
  await county.control.run(
    addMembership({
      ...{ id, county: county.id, account, login, name, role: 'county_leader', scopeKind: 'county' },
      createdAt: new Date().toISOString(),
    }),
  )
  return id
}

describe('somebody who never signed in', () => {
  test('is erased wherever they hold a post, and a namesake’s village keeps its own', async () => {
    const name = '慕容石门'
    await holds(villages[0], name)
    await holds(villages[1], name)
    const theirs = [{ post: 'village_head', area: villages[0] ?? '', areaName: '甲村', holder: name }]
    await jingtai.db.write(
      jingtai.db.insert(notice, {
        ...{
          id: newId(),
          kind: 'reminder',
          at: new Date().toISOString(),
          audience: township,
          origin: 'task',
        },
        ...{ originId: 'x', text: '请提醒责任人', posts: theirs as never },
      }),
    )
    const { places, members } = await found(name)
    expect(members).toEqual([])
    expect(places.map(({ kind, what }) => [kind, what])).toEqual([
      ['post', 'village_head'],
      ['post', 'village_head'],
    ])
    const keep = places.map(({ key }) => key).filter((key) => key.includes(villages[1] ?? '-'))
    const id = newId()
    const erase = (confirm: string) =>
      jingtai.office.put(jingtai.at(`/personal-data/erasures/${id}`), { name, confirm, keep })
    expect((await erase('慕容')).body).toMatchObject({ status: 422, type: '/problems/erasure-confirm' })
    expect((await erase(name)).status).toBe(200)
    expect((await erase(name)).status).toBe(200)
    const left = await jingtai.db.find(post, sql`holder = ${name}`)
    expect(left.map(({ area }) => area)).toEqual([villages[1]])
    const [told] = await jingtai.db.find(notice)
    expect(told?.posts).toEqual([{ ...theirs[0], holder: null }])
    expect(new Set(await auditOf(jingtai, id))).toEqual(new Set(['person.erase']))
  })

  test('is found with spaces in the name and any capitals, and quoted with a few words around it', async () => {
    const notes = {
      kind: 'other',
      title: '会',
      heldAt: '2026-11-20T01:00:00Z',
      agenda: ['请 夏侯 石林 与 JOHN smith 讲话'],
    }
    const meeting = newId()
    const made = await jingtai.office.put(jingtai.at(`/meetings/${meeting}`), notes)
    expect(made.status, made.text).toBe(201)
    for (const name of ['夏侯石林', 'John Smith']) {
      const { mentions, more } = await found(name)
      expect(mentions, name).toMatchObject([
        { table: 'meeting', label: '会议', id: meeting, column: 'agenda' },
      ])
      expect(more).toBe(false)
    }
    expect(await found('侯')).toMatchObject({ mentions: [] })
  })

  test('what an interview keeps of them is a dash; what was agreed stays', async () => {
    const name = '司徒一清'
    const record = {
      heldAt: '2026-11-20T01:00:00Z',
      attendees: ['某', name],
      summary: '谈了',
      commitments: [],
      followUpOn: null,
    }
    const round = (await anOpenRound(jingtai, await aBoard(jingtai))).id
    await jingtai.db.write(
      jingtai.db.insert(consequence, {
        ...{
          id: newId(),
          round,
          rule: 0,
          key: 'k',
          kind: 'interview',
          band: 'red',
          township,
          subjects: [],
          posts: [],
        },
        ...{ state: 'recorded', dueOn: '2026-11-20', record, createdAt: '2026', host: name },
      }),
    )
    await jingtai.office.put(jingtai.at(`/personal-data/erasures/${newId()}`), { name, confirm: name })
    const [after] = await jingtai.db.find(consequence)
    expect(after).toMatchObject({ host: '—', record: { ...record, attendees: ['某', '—'] } })
  })
})

describe('a member of two counties', () => {
  test('is erased in one, and works on in the other, whose office alone gives out what is its own', async () => {
    const { control, office, at } = jingtai
    const account = await anAccount(control)
    const here = await aMember(jingtai, account.id, '百里长川', account.login)
    const there = await aMember(boai, account.id, '百里长川', account.login)
    const browser = await signedIn(control, account.id)
    const made = await office.post(at('/tokens'), { name: '机', role: 'county_leader', expiresInDays: 9 })
    const { token, secret } = made.body as { token: { id: string }; secret: string }
    await control.run(rowsAs(sql`update token set createdBy = ${here} where id = ${token.id}`, () => null))
    expect((await office.get(at(`/members/${there}/personal-data`))).status).toBe(404)
    expect((await office.put(at(`/members/${there}/erasure`), { confirm: '百里长川' })).status).toBe(404)
    expect((await office.put(at(`/members/${here}/erasure`), { confirm: '百里长川' })).status).toBe(200)
    expect((await browser.get(at('/boards'))).status).toBe(404)
    expect((await new Client(secret).get(at('/boards'))).status).toBe(401)
    const own = await browser.get(boai.at('/personal-data/own'))
    expect(own.status, own.text).toBe(200)
    const data = own.body as PersonalData
    expect(data.member).toMatchObject({ id: there, name: '百里长川' })
    expect(JSON.stringify(data)).not.toContain(here)
    const again = await office.put(at(`/members/${here}/erasure`), { confirm: '谁都行' })
    expect(again.body as Erased).toEqual({ mentions: [], more: false })
    expect(await auditOf(jingtai, here)).toEqual(['person.erase'])
  })

  test('the office does not erase itself, and the audit calls an erased one so in either language', async () => {
    const { control, office, at } = jingtai
    const me = (await office.get('/me')).body as { memberships: { id: string }[] }
    const self = me.memberships[0]?.id ?? ''
    const own = await office.put(at(`/members/${self}/erasure`), { confirm: '办公室' })
    expect(own.body).toMatchObject({ status: 409, type: '/problems/own-access' })
    const account = await anAccount(control)
    const admin = newId()
    await control.run(
      addMembership({
        ...{ id: admin, county: jingtai.id, account: account.id, login: account.login, name: '令狐草窝' },
        ...{ role: 'county_admin', scopeKind: 'county', createdAt: new Date().toISOString() },
      }),
    )
    const other = await signedIn(control, account.id)
    await other.post(at('/units'), { name: '临时组', kind: 'group' })
    expect((await office.put(at(`/members/${admin}/erasure`), { confirm: '令狐草窝' })).status).toBe(200)
    const called = async () => {
      const { actors } = (await office.get(at('/audit/facets'))).body as {
        actors: { id: string; name: string }[]
      }
      return actors.find(({ id }) => id === admin)?.name
    }
    expect(await called()).toBe('已删除的成员')
    office.language = 'en'
    expect(await called()).toBe('erased member')
    office.language = 'zh'
    // The login is free for another person.
    const anew = await office.post(at('/members'), {
      name: '新人',
      login: account.login,
      role: 'county_leader',
    })
    expect(anew.status, anew.text).toBe(201)
  })
})
