import { beforeAll, describe, expect, test } from 'vitest'
import type { AreaImport } from '../../schema/api/area-imports.ts'
import type { Area, PostHolding } from '../../schema/api/areas.ts'
import type { Member } from '../../schema/api/identity.ts'
import type { Merger } from '../../schema/api/mergers.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import { aBoard, anOpenRound, auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
})
const header = ['乡镇', '村', '网格', '代码', '系统编号']

async function sends(rows: (string | null)[][], query = '') {
  const bytes = await writeXlsx([{ name: '区划', header, rows }])
  return jingtai.office.post(jingtai.at(`/areas/imports${query}`), bytes, {
    'content-type': 'application/octet-stream',
  })
}
const areasUnder = async (parent: string) => {
  const answer = await jingtai.office.get(jingtai.at(`/areas?parent=${parent}&limit=500`))
  return (answer.body as { items: Area[] }).items
}
/** A village of its own to play with. */
async function aVillage(name: string, parent = jingtai.townships[0]?.id ?? '', level = 'village') {
  const added = await jingtai.office.post(jingtai.at('/areas'), { name, level, parent })
  expect(added.status, added.text).toBe(201)
  return (added.body as Area).id
}

describe('a sheet of areas', () => {
  test('changes nothing while a row is in doubt, and everything once none is', async () => {
    const [township] = jingtai.townships
    const village = jingtai.villagesOf(township?.id ?? '')[0]
    const rows = [
      [township?.name ?? '', '东风新村', null, '620423999001', null],
      [township?.name ?? '', village?.name ?? '', '第一网格', null, null],
      ['卢阳镇', '南风村', null, null, null],
    ]
    const asked = (await sends(rows)).body as AreaImport
    expect(asked.applied).toBe(false)
    expect(asked.rows[2]?.error?.code).toBe('unknown_township')
    expect(asked.rows[2]?.suggestions?.length).toBeGreaterThan(0)
    expect((await areasUnder(township?.id ?? '')).map(({ name }) => name)).not.toContain('东风新村')

    const luyang = jingtai.townships.find(({ name }) => name === '芦阳镇')?.id ?? ''
    const dry = (await sends(rows, `?dryRun=true&pick=4:${luyang}`)).body as AreaImport
    expect(dry.applied).toBe(false)
    expect(dry.rows.every(({ error }) => error === undefined)).toBe(true)
    const done = (await sends(rows, `?pick=4:${luyang}`)).body as AreaImport
    expect(done.applied).toBe(true)
    const added = (await areasUnder(township?.id ?? '')).find(({ name }) => name === '东风新村')
    expect(added).toMatchObject({ id: '620423999001', code: '620423999001', active: true })
    expect((await areasUnder(village?.id ?? '')).map(({ name, level }) => [name, level])).toEqual([
      ['第一网格', 'grid'],
    ])
    expect((await areasUnder(luyang)).map(({ name }) => name)).toContain('南风村')
  })

  test('that was downloaded renames what is renamed in it, and nothing else', async () => {
    const { office, at } = jingtai
    const file = await office.get(at('/areas/sheet'))
    expect(file.headers.get('content-disposition')).toContain('.xlsx')
    const read = await readSheet(file.bytes)
    const rows = (read.ok ? (read.sheets[0]?.rows ?? []) : []).map((row) =>
      row.map((cell) => cell as string | null),
    )
    const all = rows.findIndex((row) => row[0] === '乡镇')
    const line = rows.findIndex((row) => row[1] === '席滩村民委员会')
    rows[line] = (rows[line] ?? []).map((cell) => (cell === '席滩村民委员会' ? '席滩社区居民委员会' : cell))
    const bytes = await writeXlsx([
      {
        name: '区划',
        header: rows[all] as string[],
        rows: rows.slice(all + 1).filter((row) => row.length > 0),
      },
    ])
    const answer = await office.post(at('/areas/imports'), bytes, {
      'content-type': 'application/octet-stream',
    })
    const { applied, rows: said } = answer.body as AreaImport
    expect(said.filter(({ error }) => error)).toEqual([])
    expect(applied).toBe(true)
    expect(said.filter(({ action }) => action !== 'same').map(({ action, name }) => [action, name])).toEqual([
      ['change', '席滩社区居民委员会'],
    ])
  })

  test('refuses a code of another county, and one that is taken', async () => {
    const [township] = jingtai.townships
    const taken = jingtai.villagesOf(township?.id ?? '')[1]?.code ?? ''
    const first = township?.name ?? ''
    const { rows } = (
      await sends([
        [first, '别县村', null, '620102001001', null],
        [jingtai.townships[1]?.name ?? '', '占号村', null, taken, null],
      ])
    ).body as AreaImport
    expect(rows.map(({ error }) => error?.code)).toEqual(['code_county', 'elsewhere'])
  })
})

describe('merging one village into another', () => {
  test('shows what moves, moves it, and takes it back', async () => {
    const { office, at, townships, control } = jingtai
    const [from, into] = [await aVillage('老河村'), await aVillage('新河村', townships[1]?.id)]
    const grid = await aVillage('一号网格', from, 'grid')
    const holds = async (area: string, post: string, holder: string) => {
      const body = { area, post, holder, startsOn: '2025-01-01' }
      return ((await office.post(at('/posts'), body)).body as PostHolding).id
    }
    const [head, lead] = [await holds(from, 'village_head', '甲'), await holds(from, 'village_lead', '乙')]
    await holds(into, 'village_head', '丙')
    const invited = await office.post(at('/members'), {
      ...{ name: '村书记', login: 'lao-he', role: 'village_secretary', scope: from },
    })
    const member = (invited.body as { member: Member }).member.id
    const unit = await office.post(at('/units'), { name: '包抓组', kind: 'group', covers: [from] })

    const preview = (await office.put(at(`/areas/${from}/merger?dryRun=true`), { into })).body as Merger
    expect(preview).toMatchObject({ applied: false, obstacles: [], rounds: 0 })
    expect(preview.moves).toMatchObject({
      ...{ children: [grid], posts: [lead], ended: [{ id: head, endsOn: null }], members: [member] },
    })
    expect((await areasUnder(into)).map(({ id }) => id)).toEqual([])

    const merged = (await office.put(at(`/areas/${from}/merger`), { into })).body as Merger
    expect(merged.applied).toBe(true)
    expect((await areasUnder(into)).map(({ id }) => id)).toEqual([grid])
    expect(await scopeOf(member)).toMatchObject({ id: into, township: townships[1]?.id })
    expect(await coversOf(unit.body)).toEqual([into])
    const posts = (await office.get(at(`/posts?area=${into}`))).body as { items: PostHolding[] }
    expect(posts.items.map(({ holder }) => holder).sort()).toEqual(['丙', '乙'])
    // The same again finishes what was cut off, and changes nothing more.
    expect((await office.put(at(`/areas/${from}/merger`), { into })).body).toMatchObject({ applied: true })

    const back = await office.delete(at(`/areas/${from}/merger`))
    expect(back.body).toMatchObject({ id: from, active: true, mergedInto: null })
    expect((await areasUnder(from)).map(({ id }) => id)).toEqual([grid])
    expect(await scopeOf(member)).toMatchObject({ id: from, township: townships[0]?.id })
    expect(await coversOf(unit.body)).toEqual([from])
    const again = (await office.get(at(`/posts?area=${from}`))).body as { items: PostHolding[] }
    expect(again.items.map(({ holder, endsOn }) => [holder, endsOn])).toEqual([
      ['甲', null],
      ['乙', null],
    ])
    expect((await office.delete(at(`/areas/${from}/merger`))).status).toBe(404)
    expect(await auditOf(jingtai, from)).toEqual(['area.add', 'area.merge', 'area.unmerge'])
    expect(control).toBeDefined()

    async function scopeOf(id: string) {
      const { items } = (await office.get(at('/members?limit=500'))).body as { items: Member[] }
      return items.find((one) => one.id === id)?.scope
    }
    async function coversOf(made: unknown) {
      const { items } = (await office.get(at('/units'))).body as { items: { id: string; covers: string[] }[] }
      return items.find(({ id }) => id === (made as { id: string }).id)?.covers
    }
  })

  test('is refused, saying why, into another level, into itself, or while a board is its own', async () => {
    const { office, at, townships } = jingtai
    const [one = '', two = ''] = townships.slice(3).map(({ id }) => id)
    await aBoard(jingtai, { owner: one })
    const village = await aVillage('独村', two)
    const codes = async (from: string, into: string) => {
      const dry = await office.put(at(`/areas/${from}/merger?dryRun=true`), { into })
      return (dry.body as Merger).obstacles.map(({ code }) => code)
    }
    expect(await codes(one, two)).toEqual(['board'])
    expect(await codes(village, one)).toEqual(['level'])
    expect(await codes(village, village)).toEqual(['itself'])
    const refused = await office.put(at(`/areas/${one}/merger`), { into: two })
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/merger-refused' })
    expect((refused.body as Merger).obstacles).toHaveLength(1)
    expect((await office.put(at('/areas/620423/merger'), { into: two })).status).toBe(404)
  })

  test('leaves an open round its roster', async () => {
    const { office, at, townships, villagesOf } = jingtai
    const board = await aBoard(jingtai)
    const round = await anOpenRound(jingtai, board)
    const [from, into] = villagesOf(townships[5]?.id ?? '').map(({ id }) => id)
    const merged = (await office.put(at(`/areas/${from}/merger`), { into })).body as Merger
    expect(merged).toMatchObject({ applied: true, rounds: 1 })
    const { roster } = (await office.get(at(`/rounds/${round.id}`))).body as { roster: { id: string }[] }
    expect(roster.map(({ id }) => id)).toContain(from)
  })
})

test('a code given by hand is a code of this county, and nobody else’s', async () => {
  const { office, at, townships, villagesOf } = jingtai
  const parent = townships[6]?.id ?? ''
  const [first, second] = villagesOf(parent)
  const adds = (code: string) => office.post(at('/areas'), { name: '有号村', level: 'village', parent, code })
  for (const code of ['12345', '620102001001', '620423100', first?.code ?? ''])
    expect((await adds(code)).body).toMatchObject({ status: 422, errors: [{ path: 'code' }] })
  expect((await adds('620423998001')).body).toMatchObject({ code: '620423998001' })
  const recode = (code: string) => office.patch(at(`/areas/${second?.id}`), { code })
  expect((await recode(first?.code ?? '')).status).toBe(422)
  expect((await recode('620423998002')).body).toMatchObject({ id: second?.id, code: '620423998002' })
})
