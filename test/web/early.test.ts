import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstQuestions } from '../../web/console/first-questions.ts'
import { answer, api } from '../../web/lib/api.ts'
import { reportConnection } from '../../web/lib/connection.ts'
import { askEarly, forgetEarly } from '../../web/lib/early.ts'
import { Disconnected } from '../../web/lib/problem.ts'

const asked: string[] = []
const county = '620423'
const here = api.counties[':county']

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (input: unknown) => {
    asked.push(String(input))
    return Response.json({ items: [], nextCursor: null })
  })
})
afterEach(() => {
  forgetEarly()
  vi.unstubAllGlobals()
})

test('what the cockpit reads first has been asked for already, in the very same words', async () => {
  askEarly(firstQuestions(`/console/${county}/cockpit`, ''))
  const early = [...asked]
  expect(early).toHaveLength(6)
  await answer(api.me.$get())
  await answer(here.$get({ param: { county } }))
  await answer(here.notices.$get({ param: { county }, query: { limit: '10' } }))
  await answer(here.boards.$get({ param: { county }, query: { limit: '200' } }))
  await answer(here.areas.$get({ param: { county }, query: { level: 'township', limit: '500' } }))
  await answer(here.pulse.$get({ param: { county }, header: {} }))
  expect(asked).toEqual(early)
})

test('so has what the platform reads first', async () => {
  askEarly(firstQuestions('/console/platform', ''))
  const early = [...asked]
  expect(early).toHaveLength(3)
  await answer(api.me.$get())
  await answer(api.platform.counties.$get({ query: { limit: '100' } }))
  await answer(api.platform.overview.$get())
  expect(asked).toEqual(early)
})

test('elsewhere only what stands on every page is asked for', () => {
  expect(firstQuestions('/console/', '')).toEqual(['/me'])
  expect(firstQuestions('/console/account', '')).toEqual(['/me'])
  expect(firstQuestions('/console/platform', '?tab=dead')).toEqual(['/me'])
  expect(firstQuestions(`/console/${county}/issues/i1`, '')).not.toContain(`/counties/${county}/pulse`)
  // Without a section it is the cockpit that opens.
  expect(firstQuestions(`/console/${county}`, '')).toContain(`/counties/${county}/pulse`)
  expect(firstQuestions(`/console/${county}/`, '')).toContain(`/counties/${county}/pulse`)
})

test('each such answer is taken once; after a write, or when told so, everything is asked anew', async () => {
  askEarly(['/me'])
  await answer(api.me.$get())
  await answer(api.me.$get())
  expect(asked).toEqual(['/api/v1/me', '/api/v1/me'])

  askEarly(['/me'])
  await answer(api.sessions.current.$delete())
  await answer(api.me.$get())
  expect(asked.filter((path) => path === '/api/v1/me')).toHaveLength(4)

  askEarly(['/me'])
  forgetEarly()
  await answer(api.me.$get())
  expect(asked.filter((path) => path === '/api/v1/me')).toHaveLength(6)
})

test('what nobody takes holds no connection: it has been read to its end', async () => {
  const sent = Response.json({ items: [] })
  vi.stubGlobal('fetch', async () => sent)
  askEarly(['/me'])
  await vi.waitFor(() => expect(sent.bodyUsed).toBe(true))
})

test('an early answer that never came is a lost connection to whoever asks', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  askEarly(['/me'])
  await expect(answer(api.me.$get())).rejects.toBeInstanceOf(Disconnected)
  // Nobody is to look for it after this.
  reportConnection(true)
})
