import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { IssueStep } from '../../schema/api/issues.ts'
import { report } from '../../schema/tables/county.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { app } from '../../worker/app.ts'
import { newId } from '../../worker/data/new-id.ts'
import { findTemplate } from '../../worker/domain/inspections/templates/templates.ts'
import type { Env } from '../../worker/env.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aFullBoard } from '../support/full-board.ts'
import { anIssue, withCatalogue } from '../support/issues.ts'
import { aJpeg } from '../support/pictures.ts'

// Rows as D1 bills them, in both databases: the row itself, its key where the table is not stored by it, and each index
// that it stands in, or that a change moves it in. Each write makes the county due (1) and leaves a row of the audit, found
// by its key, target, actor and verb (4). Each is counted the second time, when nothing is founded along with it any more.
const [due, audit] = [1, 4]

const silent = { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS']
let county: TestCounty
let village: string
beforeAll(async () => {
  county = await aCounty('620423')
  village = county.villagesOf(county.townships[0]?.id ?? '')[0]?.id ?? ''
  await withCatalogue(county)
})
afterEach(() => vi.restoreAllMocks())

test('a report is one row, and its round another', async () => {
  const context = await systemContext(env, county.id, new Date())
  if (!context) throw new Error('the county is gone')
  const { id } = await (await aFullBoard(context)).week(context, 0)
  const [flown] = await county.db.find(report, eq(report.source, 'drone'))
  const entries = flown?.entries.map((entry) => ({ ...entry, value: entry.value + 1 })) ?? []
  expect(entries).toHaveLength(151)
  const path = `/rounds/${id}/reports/drone/${encodeURIComponent(flown?.reporter ?? '')}`
  expect(await written('PUT', path, { entries })).toBe(due + audit + 2)
})

test('an issue stands in seventeen indexes from the day it is raised, and each step moves it in few of them', async () => {
  const other = await county.member('county_admin')
  const life = async () => {
    const id = newId()
    const raised = await written('PUT', `/issues/${id}`, anIssue(county, { lead: 'drone-team' }))
    const step = (said: IssueStep, by?: Client) =>
      written('PUT', `/issues/${id}/steps/${newId()}`, { ...said }, by)
    return {
      raised,
      noted: await step({ kind: 'noted', note: '已看过' }),
      started: await step({ kind: 'started' }),
      rectified: await step({ kind: 'rectified', note: '已清理' }),
      returned: await step({ kind: 'returned', note: '还有' }, other),
      rectifiedAgain: await step({ kind: 'rectified', note: '已清理' }),
      closed: await step({ kind: 'closed', note: '合格' }, other),
    }
  }
  await life()
  const rows = await life()
  console.log(JSON.stringify(rows))
  const [event, byState] = [1, 6]
  const moved = due + audit + event + 1 + byState
  expect(rows).toEqual({
    // The issue, its key and its indexes; found and assigned; the assignment and its event; the tally.
    raised: due + audit + 19 + 2 + 6 + 1 + 1,
    // Nothing but the step and its number.
    noted: due + audit + event + 1,
    started: moved,
    // Its assignment is done, found by kind and by lead, with an event of its own; one more awaits somebody.
    rectified: moved + 3 + 1 + 1,
    returned: moved + 4 + 1 + 1,
    rectifiedAgain: moved + 3 + 1 + 1,
    // By state, by being settled (7), by when it was closed and is looked at again; its closing on record; the tally.
    closed: due + audit + event + 1 + 3 + 7 + 2 + 3 + 1,
  })
})

test('an inspection is found by six indexes', async () => {
  const template = findTemplate('village-100')
  const { name, subject, method, items } = template ?? {}
  const made = await county.office.post(county.at('/sheets'), {
    ...{ name, subject, method, items, template: 'village-100' },
  })
  expect(made.status, made.text).toBe(201)
  const { id: sheet, version } = made.body as { id: string; version: number }
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const findings = [{ item: 'waste', deduction: 'd2', count: 1 }]
  const body = { sheet, version, subject: village, answers: {}, findings, startedAt: at(35), endedAt: at(5) }
  expect(await written('PUT', `/inspections/${newId()}`, body)).toBe(due + audit + 8)
})

test('a photo is noted before its bytes come, and once they are there', async () => {
  const picture = aJpeg(1600, 1200, {}, 'x'.repeat(3000))
  const sha256 = createHash('sha256').update(picture).digest('hex')
  // Its row, found by hash, source and sweep; then the row again and its place in the sweep.
  expect(await written('PUT', `/photos/${newId()}?sha256=${sha256}`, picture)).toBe(due + audit + 4 + 2)
})

/** Rows that one write of the office's, or of somebody else, has written in both databases. */
async function written(
  method: string,
  path: string,
  body: object | Uint8Array<ArrayBuffer>,
  by: Client = county.office,
): Promise<number> {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  const bytes = body instanceof Uint8Array
  const headers = {
    cookie: `__Host-access=${by.cookie('__Host-access')}`,
    origin: 'http://localhost',
    'content-type': bytes ? 'image/jpeg' : 'application/json',
  }
  const answer = await app.fetch(
    new Request(`http://localhost/api/v1${county.at(path)}`, {
      ...{ method, headers, body: bytes ? new Blob([body]) : JSON.stringify(body) },
    }),
    { ...env, JOBS: silent, XIANGBANG_LOG: 'requests' },
    createExecutionContext(),
  )
  const text = await answer.text()
  const logged = lines.mock.calls.map(([line]) => JSON.parse(String(line)))
  vi.restoreAllMocks()
  expect(answer.status, `${path}: ${text.slice(0, 300)}`).toBeLessThan(300)
  return logged[0]?.rowsWritten ?? Number.NaN
}
