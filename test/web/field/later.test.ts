import { expect, test } from 'vitest'
import { later } from '../../../web/field/pieces/later.ts'
import { atLeisure } from '../../../web/lib/at-leisure.ts'

test('a part that could not be fetched is asked for again; once there it stays, and is told of once', async () => {
  const road = { open: false, asked: 0 }
  const screens = later(async () => {
    road.asked += 1
    if (!road.open) throw new TypeError('no network')
    return 'the other screens'
  })
  const told: unknown[] = []
  screens.subscribe(() => told.push(screens.current()))
  expect(screens.current()).toEqual({ missing: false })
  await screens.fetch()
  expect(screens.current()).toEqual({ missing: true })
  road.open = true
  await Promise.all([screens.fetch(), screens.fetch()])
  await screens.fetch()
  expect(road.asked).toBe(2)
  expect(told).toEqual([{ missing: true }, { part: 'the other screens', missing: false }])
})

test('what can wait is done one after the other, and one that fails holds up none', async () => {
  const done: string[] = []
  await atLeisure([
    async () => done.push('first'),
    () => {
      throw new Error('not here')
    },
    () => done.push('last'),
  ])
  expect(done).toEqual(['first', 'last'])
})
