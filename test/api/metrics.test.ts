import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { app } from '../../worker/app.ts'
import { onSchedule } from '../../worker/cron/on-schedule.ts'
import { makeDue } from '../../worker/data/due-clock.ts'
import { countDeath } from '../../worker/data/job-failures.ts'
import { noteVitalSign } from '../../worker/data/vital-signs.ts'
import { aCounty } from '../support/county.ts'

const token = 'the-token-of-the-operators-own-prometheus'
const scrape = (headers: Record<string, string>, bindings: object = { XIANGBANG_METRICS_TOKEN: token }) =>
  app.fetch(new Request('http://localhost/metrics', { headers }), { ...env, ...bindings })
const bearer = (said: string) => ({ authorization: `Bearer ${said}` })

test('nobody but the operator finds a metrics page', async () => {
  const nothing = await (await app.fetch(new Request('http://localhost/metricz'), env)).json()
  for (const answer of [
    await scrape({}),
    await scrape(bearer('wrong')),
    await scrape(bearer(''), { XIANGBANG_METRICS_TOKEN: '' }),
    await scrape(bearer(token), {}),
  ]) {
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ type: (nothing as { type: string }).type })
  }
})

test('the operator reads how the service does: requests, the queue, the cron, late rounds, dead letters', async () => {
  const { office, at, id, control } = await aCounty()
  const now = Date.now()
  await office.get(at('/areas'))
  await office.get(at('/areas?cursor=secret'))
  await office.get(at('/nothing-of-the-kind'))
  const JOBS = { ...env.JOBS, sendBatch: async () => {} }
  await onSchedule({ scheduledTime: now - 600_000, cron: '' } as never, { ...env, JOBS } as never)
  await makeDue(control, id, now - 120_000)
  await control.run(
    noteVitalSign('late_close', now),
    noteVitalSign('late_close', now),
    countDeath({ county: id, kind: 'tick', error: 'x', at: new Date(now).toISOString() }),
  )
  const answer = await scrape(bearer(token))
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const value = (sample: string) => {
    const line = text.split('\n').find((one) => one.startsWith(`${sample} `))
    return line === undefined ? undefined : Number(line.slice(sample.length + 1))
  }
  const route = '/api/v1/counties/:county/areas'
  const areas = `xiangbang_requests_total{method="GET",route="${route}",status="200"}`
  expect(value(areas)).toBeGreaterThanOrEqual(2)
  const ofAreas = text.split('\n').filter((line) => line.includes(`_total{`) && line.includes(`"${route}"`))
  expect(value(`xiangbang_request_duration_seconds_count{route="${route}"}`)).toBe(
    ofAreas.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0),
  )
  expect(value('xiangbang_rows_read_total')).toBeGreaterThan(100)
  expect(value('xiangbang_counties{state="approved"}')).toBe(1)
  expect(value('xiangbang_queue_depth')).toBe(1)
  expect(value('xiangbang_queue_oldest_seconds')).toBeGreaterThanOrEqual(120)
  expect(value('xiangbang_cron_lateness_seconds')).toBeGreaterThanOrEqual(300)
  expect(value('xiangbang_cron_last_timestamp_seconds')).toBe((now - 600_000) / 1000)
  expect(value('xiangbang_rounds_closed_late_total')).toBe(2)
  expect(value('xiangbang_dead_letters')).toBe(1)
  expect(value('xiangbang_failing_jobs')).toBe(1)

  // No id, no name, no query, and one line a route however many addresses it has.
  expect(text).not.toContain(id)
  expect(text).not.toContain('secret')
  expect(text).not.toMatch(/route="[^"]*nothing-of-the-kind/)
  const shapes = /^(# (HELP|TYPE) xiangbang_\w+ .+|xiangbang_\w+(\{(\w+="[^"]*",?)+\})? \S+)$/
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(shapes)
})
