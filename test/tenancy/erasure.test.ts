import { getTableName, is, type SQL, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Erased, NameFound, PersonalData } from '../../schema/api/privacy.ts'
import * as control from '../../schema/tables/control.ts'
import * as tables from '../../schema/tables/county.ts'
import { archiveTables } from '../../worker/data/archive-tables.ts'
import { rowsAs } from '../../worker/data/control-db.ts'
import type { CountyTable } from '../../worker/data/county-db.ts'
import { personalTables } from '../../worker/data/privacy/tables.ts'
import type { Client } from '../support/client.ts'
import { signedIn } from '../support/county.ts'
import { aFullCounty, type Fixture } from './fixture.ts'

/** A name nobody else has, with the space some lists write. */
const name = '欧阳鹭屿'
/** Columns made for names, with a value that holds this one; whatever else is personal gets it in a sentence. */
const asName: Record<string, SQL> = {
  'post.holder': sql`${name}`,
  'unit_person.name': sql`${name}`,
  'unit_person.title': sql`title`,
  'consequence.host': sql`${name}`,
  'consequence.posts': sql`(select json_group_array(json_set(value, '$.holder', ${name})) from json_each(posts))`,
  'consequence.record': sql`json_set(coalesce(record, '{"heldAt":"2026-11-22T01:00:00Z","summary":"谈","commitments":[],"followUpOn":null}'), '$.attendees', json_array('某', ${name}))`,
  'notice.posts': sql`json_array(json_object('post', 'village_head', 'area', 'x', 'areaName', '村', 'holder', ${name}))`,
  'meeting.speeches': sql`json_array(json_object('speaker', ${name}, 'text', '讲话'))`,
  'meeting.attendance': sql`json_array(json_object('body', null, 'name', ${name}, 'present', json('true'), 'heads', 1))`,
  'receipt.answer': sql`json_object('name', ${name})`,
  'round.roster': sql`(select json_group_array(json_set(value, '$.name', ${name})) from json_each(roster))`,
  'snapshot.body': sql`json_set(body, '$.boardName', ${name})`,
}
const typed = `问过${name}本人`
const kinds = [
  ...(['post', 'interview', 'meeting', 'notice', 'contact', 'receipt'] as const),
  ...(['complaint', 'household', 'text', 'message'] as const),
]

let full: Fixture
let neighbour: Fixture
let person: Client
beforeAll(async () => {
  full = await aFullCounty('620423', 0, 'CANARY')
  neighbour = await aFullCounty('410822', 0, 'OTHER')
  const { db, control: accounts } = full.county
  await accounts.run(
    rowsAs(
      sql`insert into account (id, login, name, password, platform, createdAt)
        values ('one-person', 'ouyang.luyu', ${name}, '-', 0, '2026-01-01T00:00:00Z')`,
      () => null,
    ),
    rowsAs(
      sql`update membership set account = 'one-person', login = 'ouyang.luyu', name = ${name} where id = ${full.member}`,
      () => null,
    ),
    rowsAs(
      sql`update activation set login = 'ouyang.luyu', name = ${name} where membership = ${full.member}`,
      () => null,
    ),
    rowsAs(
      sql`insert into sign_in_failure (key, count, since) values ('login:ouyang.luyu', 2, 1)`,
      () => null,
    ),
  )
  person = await signedIn(accounts, 'one-person')
  const days = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
  await full.county.office.post(
    full.county.at('/campaigns'),
    { name: '行动', ...days },
    { 'idempotency-key': 'once' },
  )
  for (const { name: table, table: own, columns } of personalTables(kinds)) {
    const set = columns.map((column) => {
      const value = asName[`${table}.${column}`] ?? sentence(own, column)
      return sql`${sql.identifier(column)} = ${value}`
    })
    await db.together({
      // Fewer than a search shows, so that it shows them all.
      sql: sql`update ${own} set ${sql.join(set, sql`, `)}
        where (${keyOf(table)}) in (select ${keyOf(table)} from ${own} where county = ${db.county} limit 40)`,
      decode: () => null,
    })
  }
})

function keyOf(table: string): SQL {
  const key = archiveTables.find((one) => one.name === table)?.key ?? []
  return sql.join(
    ['county', ...key].map((column) => sql.identifier(column)),
    sql`, `,
  )
}

describe('one person’s data', () => {
  test('is given to the person, and by the office, with what it is for', async () => {
    const { at, office } = full.county
    const own = await person.get(at('/personal-data/own'))
    expect(own.status, own.text).toBe(200)
    const data = own.body as PersonalData
    expect(data.account?.login).toBe('ouyang.luyu')
    expect(new Set(data.places.map(({ kind }) => kind))).toEqual(
      new Set(['post', 'unit', 'interview', 'meeting']),
    )
    expect(data.held.every(({ what, why, kept }) => what && why && kept)).toBe(true)
    person.language = 'en'
    const english = (await person.get(at('/personal-data/own'))).body as PersonalData
    expect(english.held[0]?.what).toContain('names')
    person.language = 'zh'
    const byOffice = (await office.get(at(`/members/${full.member}/personal-data`))).body as PersonalData
    expect(byOffice.member).toEqual(data.member)
    expect((await person.get(at(`/members/${full.member}/personal-data`))).status).toBe(403)
  })

  test('is what the office itself did, too: each record under its name', async () => {
    const { at, office } = full.county
    const { did } = (await office.get(at('/personal-data/own'))).body as PersonalData
    const of = new Map(did.map(({ label, rows }) => [label, rows.length]))
    const [interview = {}] = did.find(({ table }) => table === 'consequence')?.rows ?? []
    expect(interview).toHaveProperty('recordedBy')
    // Who was interviewed is theirs.
    for (const others of ['posts', 'record', 'host']) expect(interview).not.toHaveProperty(others)
    for (const label of ['操作记录', '问题', '督查', '会议', '照片', '报送']) {
      expect(of.get(label), label).toBeGreaterThan(0)
    }
  })
})

test('what people are called goes through the front door into no audit row and no revision', async () => {
  // The fixture's people: holder of a post and attendee of an interview, head of a group, member.
  const people = ['主任', '组长', '员'].map((title) => `${full.canary}${title}`)
  const frozen = await rowsOf(full, [
    'audit',
    'audit_seal',
    'revision',
    'revision_input',
    'history',
    'report',
  ])
  expect(frozen.length).toBeGreaterThan(50)
  for (const person of people) {
    expect(
      frozen.filter((row) => row.includes(person)),
      person,
    ).toEqual([])
  }
})

describe('erasing one person', () => {
  test('asks for the name, and is the office’s alone', async () => {
    const { at, office } = full.county
    const wrong = await office.put(at(`/members/${full.member}/erasure`), { confirm: '欧阳' })
    expect(wrong.body).toMatchObject({ status: 422, type: '/problems/erasure-confirm' })
    const township = await full.county.member('township_leader', full.township)
    const refused = await township.put(at(`/members/${full.member}/erasure`), { confirm: name })
    expect(refused.status).toBe(403)
    expect((await person.get(at('/personal-data/own'))).status).toBe(200)
  })

  test('leaves the name nowhere but in words that people typed, which are listed', async () => {
    const { at, office, db } = full.county
    const sealed = await rowsOf(full, ['audit', 'revision', 'revision_input', 'audit_seal'])
    const neighbours = await rowsOf(neighbour)
    const stood = new Set((await everywhere(full)).map((row) => row.split(' ')[0]))
    const empty = personalTables(kinds)
      .map((one) => one.name)
      .filter((table) => !stood.has(table))
    expect(empty, 'tables in which the test puts no name').toEqual([])
    const searched = (await office.post(at('/personal-data/searches'), { name })).body as NameFound
    expect(searched.members).toEqual([{ id: full.member, name, login: 'ouyang.luyu' }])
    const erased = await office.put(at(`/members/${full.member}/erasure`), { confirm: name })
    expect(erased.status, erased.text).toBe(200)
    const { mentions } = erased.body as Erased
    const listed = new Set(mentions.map(({ table, id }) => `${table} ${id}`))
    expect(mentions.every(({ excerpt }) => excerpt.includes(name))).toBe(true)
    const stands = await everywhere(full)
    expect(stands.filter((row) => !listed.has(row))).toEqual([])
    expect(stands.length).toBeGreaterThan(20)
    for (const table of ['post', 'unit_person', 'notice', 'meeting', 'receipt']) {
      const left = stands.filter((row) => row.startsWith(`${table} `))
      expect(
        left.every((row) => listed.has(row)),
        table,
      ).toBe(true)
    }
    expect(await db.find(tables.post, sql`holder = ${name}`)).toEqual([])
    expect(await inControl(full)).toEqual([])
    const after = await rowsOf(full, ['audit', 'revision', 'revision_input', 'audit_seal'])
    expect(sealed.every((row) => after.includes(row))).toBe(true)
    expect(after.filter((row) => row.startsWith('{"audit":')).join()).not.toContain(name)
    expect(await rowsOf(neighbour)).toEqual(neighbours)
  })

  test('ends the sessions, shows what was done by an erased member, and again changes nothing', async () => {
    const { at, office } = full.county
    expect((await person.get(at('/personal-data/own'))).status).toBe(401)
    const members = (await office.get(at('/members?limit=500'))).body as { items: { id: string }[] }
    expect(members.items.map(({ id }) => id)).not.toContain(full.member)
    const before = await rowsOf(full, ['audit'])
    const again = await office.put(at(`/members/${full.member}/erasure`), { confirm: name })
    expect(again.body).toEqual({ mentions: [], more: false })
    expect(await rowsOf(full, ['audit'])).toEqual(before)
    const data = (await office.get(at(`/members/${full.member}/personal-data`))).body as PersonalData
    expect(data).toMatchObject({ member: { name: '', login: `erased:${full.member}` }, account: null })
  })
})

/** A column filled with words that name the person, in the form that it stores. */
function sentence(table: CountyTable, column: string): SQL {
  const { dataType } = (table as unknown as Record<string, { dataType: string }>)[column] ?? { dataType: '' }
  if (dataType !== 'json') return sql`${typed}`
  const own = sql`${sql.identifier(column)}`
  return sql`case json_type(${own}) when 'array' then json_insert(${own}, '$[#]', ${typed})
    when 'object' then json_set(${own}, '$.words', ${typed}) else json_object('words', ${typed}) end`
}

/** Rows of a county's tables as they are stored, each with its table's name. */
async function rowsOf({ county: { db } }: Fixture, only?: string[]): Promise<string[]> {
  const all = Object.values(tables).filter((one) => is(one, SQLiteTable)) as unknown as CountyTable[]
  const rows: string[] = []
  for (const table of all) {
    const named = getTableName(table)
    if (only && !only.includes(named)) continue
    const found = await db.find(table)
    rows.push(...found.map((row) => JSON.stringify({ [named]: row })))
  }
  return rows
}

/** Where the name stands in a county's shard: table and key. */
async function everywhere(fixture: Fixture): Promise<string[]> {
  const all = personalTables([...kinds, 'actor', 'place', 'lastPlace', 'credential'])
  const keys = new Map(all.map(({ name: table, key }) => [table, key]))
  const rows = (await rowsOf(fixture)).filter((row) => row.includes(name))
  return rows.map((row) => {
    const [[table, values] = ['', {}]] = Object.entries(
      JSON.parse(row) as Record<string, Record<string, unknown>>,
    )
    return `${table} ${(keys.get(table) ?? ['id']).map((key) => String(values[key])).join('/')}`
  })
}

/** Rows of CONTROL that still name the person or the login. */
async function inControl({ county: { control: accounts } }: Fixture): Promise<string[]> {
  const found: string[] = []
  for (const table of Object.values(control).filter((one) => is(one, SQLiteTable))) {
    const [rows] = await accounts.run(rowsAs(sql`select * from ${table}`, (raw) => JSON.stringify(raw)))
    found.push(...rows.filter((row) => row.includes(name) || row.includes('ouyang.luyu')))
  }
  return found
}
