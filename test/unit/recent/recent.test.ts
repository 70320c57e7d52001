import { expect, test } from 'vitest'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { forgetRecent, Recent } from '../../../worker/data/recent.ts'

const jingtai = 'jingtai' as CountyId
const pudong = 'pudong' as CountyId
const at = (milliseconds: number) => new Date(1_772_000_000_000 + milliseconds)

/** A source that says how often it was asked. */
function counting(county: CountyId) {
  let times = 0
  return async () => ({ county, times: ++times })
}

test('what was found is found once for a few seconds, then again', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(10)
  const find = counting(jingtai)
  const times = async (ms: number) => (await recent.get('a', at(ms), find))?.times
  expect([await times(0), await times(4999), await times(5000), await times(5001)]).toEqual([1, 1, 2, 2])
  // A clock that went back proves nothing.
  expect(await times(-1)).toBe(3)
})

test('a county’s own write forgets what was kept of it, and of no other', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(10)
  const here = counting(jingtai)
  const there = counting(pudong)
  await recent.get('here', at(0), here)
  await recent.get('there', at(0), there)
  forgetRecent(jingtai)
  expect(await recent.get('here', at(1), here)).toMatchObject({ times: 2 })
  expect(await recent.get('there', at(1), there)).toMatchObject({ times: 1 })
})

test('what was read while a write went on is not kept', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(10)
  const find = counting(jingtai)
  await recent.get('a', at(0), async () => {
    const old = await find()
    forgetRecent(jingtai)
    return old
  })
  expect(await recent.get('a', at(1), find)).toMatchObject({ times: 2 })
})

test('what could not be found is looked for again, and the oldest makes room', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(2)
  const find = counting(jingtai)
  expect(await recent.get('a', at(0), async () => undefined)).toBeUndefined()
  for (const key of ['a', 'b', 'c']) await recent.get(key, at(0), find)
  expect(await recent.get('c', at(1), find)).toMatchObject({ times: 3 })
  expect(await recent.get('a', at(1), find)).toMatchObject({ times: 4 })
})

test('while one caller looks again, the others have what was before', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(10)
  const find = counting(jingtai)
  await recent.get('a', at(0), find)
  const { promise: found, resolve: finds } = Promise.withResolvers<void>()
  const looking = recent.get('a', at(6000), () => found.then(find))
  expect(await recent.get('a', at(6001), find)).toMatchObject({ times: 1 })
  finds()
  expect(await looking).toMatchObject({ times: 2 })
  expect(await recent.get('a', at(6002), find)).toMatchObject({ times: 2 })
})

test('what is gone when looked for again is not shown any longer', async () => {
  const recent = new Recent<{ county: CountyId; times: number }>(10)
  await recent.get('a', at(0), counting(jingtai))
  expect(await recent.get('a', at(6000), async () => undefined)).toBeUndefined()
  expect(await recent.get('a', at(6001), async () => undefined)).toBeUndefined()
  await recent.get('b', at(0), counting(jingtai))
  const failing = recent.get('b', at(6000), () => Promise.reject(new Error('no database')))
  await expect(failing).rejects.toThrow('no database')
  expect(await recent.get('b', at(6001), async () => undefined)).toBeUndefined()
})
