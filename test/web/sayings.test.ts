import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onSaid, saidNow, say, unsay } from '../../web/ui/say.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const { key } of saidNow()) unsay(key)
  vi.useRealTimers()
})

const saying = (text: string) => ({ key: text, kind: 'success', text }) as const
const texts = () => saidNow().map(({ text }) => text)

test('what is said goes by itself; said again it stays as long again, and stands there once', () => {
  say(saying('saved'), 3)
  vi.advanceTimersByTime(2000)
  say(saying('saved'), 3)
  vi.advanceTimersByTime(2000)
  expect(texts()).toEqual(['saved'])
  vi.advanceTimersByTime(1000)
  expect(texts()).toEqual([])
})

test('several stand below each other, and whoever draws them hears of each change', () => {
  const heard = vi.fn()
  const stop = onSaid(heard)
  say(saying('one'), 3)
  say(saying('two'), 8)
  expect(texts()).toEqual(['one', 'two'])
  vi.advanceTimersByTime(3000)
  expect(texts()).toEqual(['two'])
  unsay('two')
  expect(texts()).toEqual([])
  expect(heard).toHaveBeenCalledTimes(4)
  stop()
  unsay('two')
  say(saying('three'), 1)
  expect(heard).toHaveBeenCalledTimes(4)
})
