import { beforeAll, expect, test } from 'vitest'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let campaign: string
beforeAll(async () => {
  jingtai = await aCounty('620423')
  const { office, at } = jingtai
  const added = await office.post(at('/campaigns'), {
    name: '四抓四促',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  })
  expect(added.status).toBe(201)
  campaign = (added.body as { id: string }).id
})

const friday = { every: 'week', closesOn: 'friday', closesAt: '18:00' }
const threeColour = (more = {}) => ({
  ...{ campaign, name: '三色榜', subject: 'village', cadence: friday, policy: threeColourTemplate },
  ...more,
})

test('the office sets up the three-colour board of its villages and finds it again', async () => {
  const { office, at } = jingtai
  const added = await office.post(at('/boards'), threeColour())
  expect(added.status).toBe(201)
  const board = added.body as { id: string }
  expect(board).toMatchObject({ owner: '620423', visibility: 'members', active: true })
  expect(board).not.toHaveProperty('warnings')
  const shown = await office.get(at(`/boards/${board.id}`))
  expect(shown.body).toEqual(added.body)
  const list = await office.get(at('/boards'))
  expect(list.body).toMatchObject({ items: [{ id: board.id }], nextCursor: null })
  const campaigns = await office.get(at('/campaigns'))
  expect(campaigns.body).toMatchObject({ items: [{ id: campaign, name: '四抓四促' }] })
})

test('a policy that cannot work is refused place by place, in both languages', async () => {
  const { office, at } = jingtai
  const policy = {
    ...threeColourTemplate,
    sources: threeColourTemplate.sources.map((source) => ({ ...source, weight: 0 })),
    minSources: 4,
    tieBreakers: ['rumour'],
  }
  const refused = await office.post(at('/boards'), threeColour({ policy }))
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({
    title: '规则不能成立',
    errors: [
      ...[0, 1, 2].map((n) => ({ path: `policy.sources.${n}.weight`, message: '权重必须大于 0' })),
      { path: 'policy.minSources' },
      { path: 'policy.tieBreakers.0', message: '没有这个来源' },
    ],
  })
  office.language = 'en'
  const english = await office.post(at('/boards'), threeColour({ policy }))
  office.language = 'zh'
  expect(english.body).toMatchObject({
    title: 'Policy cannot work',
    errors: [{ message: /above 0/ }, {}, {}, {}, {}],
  })
})

test('bands that overlap for so few subjects are taken, and said', async () => {
  const { office, at } = jingtai
  const policy = { ...threeColourTemplate, bands: { green: { top: 100 }, red: { bottom: 100 } } }
  const added = await office.post(at('/boards'), threeColour({ policy }))
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({ warnings: ['bands_overlap'] })
})

test.each([
  ['an unknown campaign', { campaign: 'none' }, 404],
  ['an unknown owner', { owner: '110101' }, 404],
  ['a subject above its owner', { owner: '620423100002', subject: 'township' }, 422],
  ['a cadence of no weekday', { cadence: { every: 'week', closesOn: 'freitag', closesAt: '18:00' } }, 422],
  ['a closing at 25 o’clock', { cadence: { every: 'day', closesAt: '25:00' } }, 422],
  ['a field of its own', { colour: 'red' }, 422],
])('a board with %s is refused', async (_, wrong, status) => {
  const { office, at } = jingtai
  const answer = await office.post(at('/boards'), threeColour(wrong))
  expect(answer.status, answer.text).toBe(status)
})

test('a township’s leader keeps a board of her own villages, and of no others', async () => {
  const { at, office, townships, member, villagesOf } = jingtai
  const [mine, other] = townships.map(({ id }) => id)
  const leader = await member('township_leader', mine)
  const daily = { every: 'day', closesAt: '18:00' }
  const added = await leader.post(at('/boards'), threeColour({ owner: mine, cadence: daily, name: '日通报' }))
  expect(added.status, added.text).toBe(201)
  const { id } = added.body as { id: string }
  expect((await leader.post(at('/boards'), threeColour({ owner: other }))).status).toBe(403)
  expect((await leader.post(at('/boards'), threeColour())).status).toBe(403)
  const county = await office.post(at('/boards'), threeColour())
  expect(
    (await leader.patch(at(`/boards/${(county.body as { id: string }).id}`), { name: '我的' })).status,
  ).toBe(403)

  const opened = await leader.post(at(`/boards/${id}/rounds`), {})
  expect(opened.status, opened.text).toBe(201)
  const round = await office.get(at(`/rounds/${(opened.body as { id: string }).id}`))
  expect(round.body).toMatchObject({
    roster: villagesOf(mine ?? '').map((village) => ({ id: village.id, township: mine })),
  })
  const draft = at(`/rounds/${(opened.body as { id: string }).id}/standings`)
  expect((await leader.get(draft)).status).toBe(200)
  const neighbour = await member('township_leader', other)
  expect((await neighbour.get(draft)).status).toBe(403)
})

test('townships are compared within the county that they lie in', async () => {
  const { office, at, townships } = jingtai
  const added = await office.post(at('/boards'), threeColour({ subject: 'township' }))
  const opened = await office.post(at(`/boards/${(added.body as { id: string }).id}/rounds`), {})
  const round = await office.get(at(`/rounds/${(opened.body as { id: string }).id}`))
  expect(round.body).toMatchObject({
    roster: townships.map(({ id, name }) => ({ id, name, township: '620423', townshipName: '景泰县' })),
  })
})

test('grids stand on a board with the township they lie in, however deep', async () => {
  const { office, at, townships, villagesOf } = jingtai
  const township = townships[3]?.id ?? ''
  const village = villagesOf(township)[0]?.id ?? ''
  const grid = async (name: string, parent: string) => {
    const answer = await office.post(at('/areas'), { name, level: 'grid', parent })
    return (answer.body as { id: string }).id
  }
  const inTownship = await grid('街面网格', township)
  const inVillage = await grid('一网格', village)
  const added = await office.post(at('/boards'), threeColour({ subject: 'grid' }))
  const opened = await office.post(at(`/boards/${(added.body as { id: string }).id}/rounds`), {})
  const { body } = await office.get(at(`/rounds/${(opened.body as { id: string }).id}`))
  const { roster } = body as { roster: { id: string; township: string }[] }
  expect(roster.map(({ id, township }) => [id, township]).sort()).toEqual(
    [inTownship, inVillage].map((id) => [id, township]).sort(),
  )
})

test('a new policy reaches the open round, unless reports there would mean something else', async () => {
  const { office, at, townships, villagesOf } = jingtai
  const added = await office.post(at('/boards'), threeColour())
  const board = at(`/boards/${(added.body as { id: string }).id}`)
  const opened = await office.post(`${board}/rounds`, {})
  const round = at(`/rounds/${(opened.body as { id: string }).id}`)
  const township = townships[0]?.id ?? ''
  const entries = villagesOf(township).map(({ id }, n) => ({ subject: id, value: n + 1 }))
  await office.put(`${round}/reports/township/${township}`, { entries })

  const weighed = { ...threeColourTemplate, minSources: 1 }
  expect((await office.patch(board, { policy: weighed })).status).toBe(200)
  expect((await office.get(round)).body).toMatchObject({ policy: { minSources: 1 } })
  const standings = await office.get(`${round}/standings`)
  expect(standings.body).toMatchObject({ standings: villagesOf(township).map(({ id }) => ({ subject: id })) })

  const [first, ...others] = weighed.sources
  const redefined = { ...weighed, sources: [{ ...first, kind: 'score' }, ...others] }
  const refused = await office.patch(board, { policy: redefined, name: '改名' })
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    type: '/problems/policy-in-use',
    detail: expect.stringContaining('township'),
  })
  expect((await office.get(board)).body).toMatchObject({ name: '三色榜', policy: weighed })

  await office.delete(`${round}/reports/township/${township}`)
  expect((await office.patch(board, { policy: redefined })).status).toBe(200)
})

test('members read boards but only the office changes them', async () => {
  const { at, townships, member, office } = jingtai
  const added = await office.post(at('/boards'), threeColour())
  const board = at(`/boards/${(added.body as { id: string }).id}`)
  const reporter = await member('township_reporter', townships[0]?.id)
  expect((await reporter.get(board)).status).toBe(200)
  expect((await reporter.patch(board, { name: '改名' })).status).toBe(403)
  expect((await reporter.post(at('/boards'), threeColour())).status).toBe(403)
  expect(
    (await reporter.post(at('/campaigns'), { name: '甲', startsOn: '2026-01-01', endsOn: '2026-02-01' }))
      .status,
  ).toBe(403)
  expect((await office.patch(board, { visibility: 'public', active: false })).body).toMatchObject({
    visibility: 'public',
    active: false,
  })
})
