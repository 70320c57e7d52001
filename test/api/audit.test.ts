import { describe, expect, test } from 'vitest'
import type { AuditFacets } from '../../schema/api/audit.ts'
import { audit } from '../../schema/tables/county.ts'
import { record } from '../../worker/actions/audit.ts'
import { mostRows } from '../../worker/actions/audit-log/audit-sheet.ts'
import { newId } from '../../worker/data/new-id.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { aCounty } from '../support/county.ts'

type Entries = {
  items: { id: string; verb: string; target: string; actor: string }[]
  nextCursor: string | null
}

test('the office reads who did what, the newest first, page by page, and nobody below a leader does', async () => {
  const { office, at, member, townships } = await aCounty('620423')
  const parent = townships[0]?.id
  const names = ['甲村', '乙村', '丙村']
  const ids: string[] = []
  for (const name of names) {
    const added = await office.post(at('/areas'), { name, level: 'village', parent })
    ids.push((added.body as { id: string }).id)
  }
  const read = async (query: string) => (await office.get(at(`/audit?${query}`))).body as Entries
  const first = await read('limit=2')
  expect(first.items.map(({ target }) => target)).toEqual([ids[2], ids[1]])
  const second = await read(`limit=2&cursor=${first.nextCursor}`)
  expect(second.items[0]?.target).toBe(ids[0])
  expect(second.items[1]?.verb).toBe('areas.import')
  expect(second.items[1]?.actor).toBe('system')
  const one = await read(`target=${ids[1]}`)
  expect(one.items.map(({ verb }) => verb)).toEqual(['area.add'])

  const leader = await member('county_leader')
  expect((await leader.get(at('/audit'))).status).toBe(200)
  const reporter = await member('township_reporter', parent)
  expect((await reporter.get(at('/audit'))).status).toBe(403)
})

describe('the audit', () => {
  const shanghai = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)

  test('is found by person, verb, kind and days, and downloaded as it is found', async () => {
    const { office, at, member, townships, db } = await aCounty('620423')
    const deputy = await member('county_admin')
    const me = (await deputy.get('/me')).body as { memberships: { id: string }[] }
    const id = me.memberships[0]?.id ?? ''
    await office.post(at('/areas'), { name: '甲村', level: 'village', parent: townships[0]?.id })
    await deputy.post(at('/areas'), { name: '乙村', level: 'village', parent: townships[0]?.id })
    await deputy.post(at('/units'), { name: '丙组', kind: 'group' })
    const old = Date.parse('2025-03-06T04:00:00Z')
    await db.write(record({ db, now: new Date(old), member: { id } }, 'unit.add', 'long-ago'))

    const read = async (query: string) =>
      ((await office.get(at(`/audit?${query}`))).body as Entries).items.map(({ verb }) => verb)
    expect(await read(`actor=${id}`)).toEqual(['unit.add', 'area.add', 'unit.add'])
    expect(await read('verb=area.add')).toEqual(['area.add', 'area.add'])
    expect(await read('kind=area')).toEqual(['area.add', 'area.add'])
    expect(await read(`kind=unit&actor=${id}&limit=1`)).toEqual(['unit.add'])
    expect(await read('kind=nothing')).toEqual([])
    expect(await read('from=2025-03-06&to=2025-03-06')).toEqual(['unit.add'])
    expect(await read('to=2025-03-05')).toEqual([])
    expect(await read(`kind=unit&from=${shanghai(Date.now())}`)).toEqual(['unit.add'])
    expect((await office.get(at('/audit?from=gestern'))).status).toBe(422)

    const facets = (await office.get(at('/audit/facets'))).body as AuditFacets
    expect(facets.verbs).toEqual(['area.add', 'areas.import', 'unit.add'])
    expect(facets.actors).toContainEqual({ id: 'system', name: null })
    expect(facets.actors).toContainEqual({ id, name: 'county_admin' })

    const csv = await office.get(at('/audit/sheet?format=csv&kind=area'))
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const lines = csv.text.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('county_admin,增加区域,乙村')
    const xlsx = await readSheet((await office.get(at('/audit/sheet'))).bytes)
    const rows = xlsx.ok ? (xlsx.sheets[0]?.rows ?? []) : []
    expect(rows[1]?.[0]).toBe('共 5 条')
    expect(rows.some((row) => row[2] === '导入乡镇和村' && row[1] === '系统')).toBe(true)
  })

  test('that is too long for a sheet says so in it', async () => {
    const { office, at, db } = await aCounty('410822')
    const now = Date.now()
    const rows = Array.from({ length: mostRows + 5 }, (_, i) => ({
      ...{ id: newId(now - i * 1000), at: new Date(now - i * 1000).toISOString(), actor: 'system' },
      ...{ verb: 'round.open', target: 'r', detail: {} },
    }))
    await db.write(...db.insertAll(audit, rows))
    const { text } = await office.get(at('/audit/sheet?format=csv&verb=round.open'))
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(mostRows + 2)
    expect(lines.at(-1)).toContain('只含最近的 10000 条')
  })
})
