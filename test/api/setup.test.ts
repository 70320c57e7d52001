import { expect, test } from 'vitest'
import type { SetupProgress } from '../../schema/api/setup.ts'
import { aBoard, anOpenRound } from '../support/board.ts'
import { aCounty } from '../support/county.ts'

test('setup goes as far as the county has come, and remembers only what was skipped', async () => {
  const county = await aCounty('620423')
  const { office, at, townships, villagesOf } = county
  const progress = async () => {
    const { steps, next } = (await office.get(at('/setup'))).body as SetupProgress
    return { next, states: Object.fromEntries(steps.map(({ key, state }) => [key, state])) }
  }
  expect(await progress()).toEqual({
    next: 'posts',
    states: { areas: 'done', posts: 'todo', units: 'todo', board: 'todo', members: 'todo', round: 'todo' },
  })
  const skipped = await office.put(at('/setup/skipped'), { steps: ['posts', 'units'] })
  expect(skipped.body).toMatchObject({ next: 'board' })
  expect((await progress()).states).toMatchObject({ posts: 'skipped', units: 'skipped' })

  // What is done after all is done, skipped or not.
  await office.post(at('/units'), { name: '第一包抓组', kind: 'group', purpose: 'liaison' })
  expect((await progress()).states).toMatchObject({ posts: 'skipped', units: 'done' })
  const board = await aBoard(county)
  expect((await progress()).next).toBe('members')
  await county.member('township_reporter', townships[0]?.id)
  expect((await progress()).next).toBe('round')
  await anOpenRound(county, board)
  expect((await progress()).next).toBeNull()
  await office.put(at('/setup/skipped'), { steps: [] })
  expect((await progress()).next).toBe('posts')

  expect((await office.put(at('/setup/skipped'), { steps: ['lunch'] })).status).toBe(422)
  const leader = await county.member('county_leader')
  expect((await leader.get(at('/setup'))).status).toBe(200)
  expect((await leader.put(at('/setup/skipped'), { steps: [] })).status).toBe(403)
  const secretary = await county.member('village_secretary', villagesOf(townships[0]?.id ?? '')[0]?.id)
  expect((await secretary.get(at('/setup'))).status).toBe(403)
})

test('a group says what it is for and who sits in it, in their order', async () => {
  const { office, at } = await aCounty('410822')
  const made = await office.post(at('/units'), { name: '领导小组', kind: 'group', purpose: 'leading' })
  expect(made.body).toMatchObject({ purpose: 'leading' })
  const { id } = made.body as { id: string }
  const people = [
    { name: '赵一', duty: 'head', title: '县委副书记' },
    { name: '钱二', duty: 'deputy', title: '' },
  ]
  expect((await office.put(at(`/units/${id}/people`), { people })).body).toMatchObject({ items: people })
  const turned = [people[1], people[0]]
  await office.put(at(`/units/${id}/people`), { people: turned })
  const { items } = (await office.get(at('/units/people'))).body as {
    items: { name: string; unit: string }[]
  }
  expect(items.map(({ name, unit }) => [name, unit])).toEqual([
    ['钱二', id],
    ['赵一', id],
  ])
  expect((await office.patch(at(`/units/${id}`), { purpose: null })).body).toMatchObject({ purpose: null })
  expect((await office.put(at('/units/nobody/people'), { people })).status).toBe(404)
  const { items: told } = (await office.get(at('/audit?kind=unit'))).body as { items: { detail: object }[] }
  expect(JSON.stringify(told), 'no names in the audit').not.toContain('赵一')
})
