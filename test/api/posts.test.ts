import { beforeAll, expect, test } from 'vitest'
import type { PostHolding } from '../../schema/api/areas.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import { aBoard, auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, consequencesOf, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let township: string
let village: { id: string; name: string }
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  const [first] = county.villagesOf(township)
  village = { id: first?.id ?? '', name: first?.name ?? '' }
})

async function holds(body: Record<string, unknown>): Promise<PostHolding> {
  const added = await county.office.post(county.at('/posts'), { startsOn: '2025-01-01', ...body })
  expect(added.status, added.text).toBe(201)
  return added.body as PostHolding
}

async function postsIn(area: string, by: Client = county.office): Promise<PostHolding[]> {
  const answer = await by.get(county.at(`/posts?area=${area}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: PostHolding[] }).items
}

test('the office notes who holds a post, until when, and corrects a name', async () => {
  const { id } = await holds({ area: village.id, post: 'village_head', holder: '某甲' })
  const left = await county.office.patch(county.at(`/posts/${id}`), { endsOn: '2025-06-30', holder: '某乙' })
  expect(left.body).toMatchObject({ id, holder: '某乙', startsOn: '2025-01-01', endsOn: '2025-06-30' })
  const early = await county.office.patch(county.at(`/posts/${id}`), { endsOn: '2024-12-31' })
  expect(early.body).toMatchObject({ status: 422, type: '/problems/post-ends-early' })
  expect(await auditOf(county, id)).toEqual(['post.add', 'post.change'])
})

test('a township’s leaders hold their post in a township, all others in a village', async () => {
  const wrong = (body: object) =>
    county.office.post(county.at('/posts'), { holder: '某甲', startsOn: '2025-01-01', ...body })
  for (const body of [
    { area: village.id, post: 'top_lead' },
    { area: township, post: 'village_head' },
  ])
    expect((await wrong(body)).body).toMatchObject({ status: 422, type: '/problems/post-area' })
  expect((await wrong({ area: 'nowhere', post: 'top_lead' })).status).toBe(404)
})

test('a township sees its own posts and those of its villages, and changes none', async () => {
  const elsewhere = county.villagesOf(county.townships[4]?.id ?? '')[0]?.id ?? ''
  await holds({ area: elsewhere, post: 'village_head', holder: '某丙' })
  await holds({ area: township, post: 'top_lead', holder: '某丁' })
  const reporter = await county.member('township_reporter', township)
  expect(await postsIn(elsewhere, reporter)).toEqual([])
  expect((await postsIn(township, reporter)).map(({ holder }) => holder)).toContain('某丁')
  const { id } = await holds({ area: village.id, post: 'village_cadre', holder: '某戊' })
  expect((await reporter.patch(county.at(`/posts/${id}`), { holder: '-' })).status).toBe(403)
  const secretary = await county.member('village_secretary', village.id)
  expect((await secretary.get(county.at('/posts'))).status).toBe(403)
})

test('erasing a holder takes the name out of the actions that froze it, and out of nothing else', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const last = county.villagesOf(township).at(-1)?.id ?? ''
  const gone = await holds({ area: last, post: 'village_head', holder: '某己' })
  await holds({ area: last, post: 'village_lead', holder: '某庚' })
  const round = await aPublishedWeek(county, board)
  const postsOf = async () => {
    const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
    const own = actions.find(({ subjects }) => subjects[0] === last)
    return own?.posts.map(({ post, holder }) => [post, holder])
  }
  expect(await postsOf()).toEqual([
    ['village_lead', '某庚'],
    ['village_head', '某己'],
  ])
  expect((await county.office.delete(county.at(`/posts/${gone.id}`))).status).toBe(204)
  expect(await postsOf()).toEqual([
    ['village_lead', '某庚'],
    ['village_head', null],
  ])
  expect((await county.office.delete(county.at(`/posts/${gone.id}`))).status).toBe(404)
})

async function imports([header = [], ...rows]: string[][], query = '') {
  const bytes = await writeXlsx([{ name: '职务', header, rows }])
  return county.office.post(county.at(`/posts/imports${query}`), bytes, {})
}

test('a sheet of holders is brought in whole or not at all, and whoever it replaces leaves the day before', async () => {
  const place = county.villagesOf(township)[3]
  const [id, name] = [place?.id ?? '', place?.name ?? '']
  const townshipName = county.areas.find((area) => area.id === township)?.name ?? ''
  await holds({ area: id, post: 'village_head', holder: '旧任' })
  const head = ['乡镇', '村', '职务', '姓名', '任职日期']
  const good = [head, [townshipName, name, '村主要负责人', '新任', '2026-03-01']]

  const half = await imports([...good, [townshipName, '没有这个村', '包村领导', '某辛', '']])
  expect(half.body).toMatchObject({
    applied: false,
    rows: [{ row: 2 }, { row: 3, error: { code: 'unknown' } }],
  })
  expect(await postsIn(id)).toHaveLength(1)
  const dry = await imports(good, '?dryRun=true')
  expect(dry.body).toMatchObject({
    applied: false,
    rows: [{ area: id, post: 'village_head', holder: '新任' }],
  })
  expect(await postsIn(id)).toHaveLength(1)

  const held = async () =>
    (await postsIn(id))
      .map(({ holder, startsOn, endsOn }) => [holder, startsOn, endsOn])
      .sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1))
  const after = [
    ['旧任', '2025-01-01', '2026-02-28'],
    ['新任', '2026-03-01', null],
  ]
  expect((await imports(good)).body).toMatchObject({ applied: true })
  expect(await held()).toEqual(after)
  expect((await imports(good)).body).toMatchObject({ applied: true })
  expect(await held()).toEqual(after)
})

test('a change of holders is one step: who comes is noted, who goes leaves the day before', async () => {
  const [first, second, third] = county.villagesOf(county.townships[7]?.id ?? '').map(({ id }) => id)
  for (const [area, holder] of [
    [first, '赵一'],
    [second, '钱二'],
    [third, '孙三'],
  ])
    await holds({ area, post: 'village_lead', holder })
  const holders = [
    { area: first, post: 'village_lead', holder: '李四' },
    { area: second, post: 'village_lead', holder: '钱二' },
    { area: third, post: 'village_lead', holder: '' },
  ]
  const put = () => county.office.put(county.at('/posts/holders'), { from: '2025-07-01', holders })
  expect((await put()).body).toEqual({ added: 1, ended: 2 })
  const shown = async (area = '') =>
    (await postsIn(area)).map(({ holder, startsOn, endsOn }) => [holder, startsOn, endsOn])
  expect(await shown(first)).toEqual([
    ['赵一', '2025-01-01', '2025-06-30'],
    ['李四', '2025-07-01', null],
  ])
  expect(await shown(second)).toEqual([['钱二', '2025-01-01', null]])
  expect(await shown(third)).toEqual([['孙三', '2025-01-01', '2025-06-30']])
  expect((await put()).body, 'the same again').toEqual({ added: 0, ended: 0 })
  const wrong = { from: '2025-07-01', holders: [{ area: first, post: 'top_lead', holder: '周五' }] }
  expect((await county.office.put(county.at('/posts/holders'), wrong)).status).toBe(422)
  const nowhere = { from: '2025-07-01', holders: [{ area: 'nowhere', post: 'top_lead', holder: '周五' }] }
  expect((await county.office.put(county.at('/posts/holders'), nowhere)).status).toBe(404)
})
