import { expect, test } from 'vitest'
import { countJob, countRequest, noCounters } from '../../../worker/actions/metrics/counters.ts'
import {
  addDuration,
  durationBounds,
  exposition,
  histogram,
  noDurations,
} from '../../../worker/domain/metrics/exposition.ts'

test('a metric is its help, its type and a line a sample, with labels and helps escaped', () => {
  const text = exposition([
    {
      name: 'xiangbang_requests_total',
      help: 'Two\nlines \\ here',
      type: 'counter',
      samples: [
        { labels: { route: '/a/"b"\\c\nd', status: '200' }, value: 3 },
        { value: Number.POSITIVE_INFINITY },
      ],
    },
    { name: 'xiangbang_counties', help: 'None yet.', type: 'gauge', samples: [] },
  ])
  expect(text).toBe(
    String.raw`# HELP xiangbang_requests_total Two\nlines \\ here
# TYPE xiangbang_requests_total counter
xiangbang_requests_total{route="/a/\"b\"\\c\nd",status="200"} 3
xiangbang_requests_total +Inf
# HELP xiangbang_counties None yet.
# TYPE xiangbang_counties gauge
`,
  )
})

test('a histogram’s buckets hold those before them, its last all of them', () => {
  const durations = noDurations()
  for (const seconds of [0.001, 0.005, 0.02, 3, 60]) addDuration(durations, seconds)
  const samples = histogram(durations, { route: '/x' })
  const bucket = (le: string) => samples.find(({ labels }) => labels?.le === le)?.value
  expect(samples).toHaveLength(durationBounds.length + 3)
  expect(['0.005', '0.01', '0.025', '2.5', '5', '10', '+Inf'].map(bucket)).toEqual([2, 2, 3, 3, 4, 4, 5])
  expect(samples.at(-1)).toEqual({ suffix: '_count', labels: { route: '/x' }, value: 5 })
  expect(samples.at(-2)?.value).toBeCloseTo(63.026)
})

test('what strangers send makes no further kinds of anything', () => {
  const counters = noCounters()
  const request = { route: '/*', status: 404, milliseconds: 1, rowsRead: 2, rowsWritten: 1 }
  countRequest({ ...request, method: 'BREW' }, 5, counters)
  countRequest({ ...request, method: 'PROPFIND' }, 6, counters)
  countRequest({ ...request, method: 'GET' }, 7, counters)
  countJob('tick', 'done', counters)
  countJob('made-up', 'failed', counters)
  countJob('made-up-too', 'failed', counters)
  expect([...counters.requests.values()].map(({ method, count }) => [method, count])).toEqual([
    ['other', 2],
    ['GET', 1],
  ])
  expect([...counters.jobs.keys()]).toEqual(['tick done', 'other failed'])
  expect(counters).toMatchObject({ since: 5, rowsRead: 6, rowsWritten: 3 })
})
