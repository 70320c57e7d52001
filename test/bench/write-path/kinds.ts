import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { area, report, round } from '../../../schema/tables/county.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { findTemplate } from '../../../worker/domain/inspections/templates/templates.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { aJpeg } from '../../support/pictures.ts'
import type { HostedCounty } from '../rounds/hosted-county.ts'

/** A kind of write; `next` makes another one each time, ready to send. */
export type Kind = { name: string; route: string; next: () => Promise<Write> | Write }
export type Write = { method: string; path: string; body: string | Uint8Array<ArrayBuffer>; type?: string }

const route = (path: string) => `/api/v1/counties/:county${path}`
export const issueRoute = route('/issues/:id')
export const stepRoute = `${issueRoute}/steps/:step`
export const photoRoute = route('/photos/:id')

/** Everything that is written often, in a county ready for it. */
export async function kindsOf(county: HostedCounty): Promise<Kind[]> {
  return [
    {
      name: 'report of 151',
      route: route('/rounds/:id/reports/:source/:reporter'),
      ...(await reports(county)),
    },
    { name: 'inspection', route: route('/inspections/:id'), ...(await inspections(county)) },
    { name: 'issue step', route: stepRoute, ...(await steps(county)) },
    { name: 'photo of 300 KB', route: photoRoute, next: aPhoto },
  ]
}

async function reports({ context }: HostedCounty): Promise<Pick<Kind, 'next'>> {
  const board = await aFullBoard(await context())
  await board.week(await context(), 0)
  const { db } = await context()
  const [open] = await db.find(round, undefined, { limit: 1 })
  const widest = (await db.find(report)).toSorted((a, b) => b.entries.length - a.entries.length)[0]
  if (!open || !widest) throw new Error('no report of the week')
  const { source, reporter, entries } = widest
  let turn = 0
  // Another order each time, so that each report says something new.
  const next = (): Write => {
    turn++
    const turned = entries.map((entry, at) => ({
      ...entry,
      value: entries[(at + turn) % entries.length]?.value,
    }))
    const path = `/rounds/${open.id}/reports/${source}/${encodeURIComponent(reporter)}`
    return { method: 'PUT', path, body: JSON.stringify({ entries: turned }) }
  }
  return { next }
}

async function inspections(county: HostedCounty): Promise<Pick<Kind, 'next'>> {
  const template = findTemplate('village-100')
  if (!template) throw new Error('the sheet is not shipped any more')
  const { name, subject, method, items } = template
  const sheet = await posted<{ id: string; version: number }>(county, '/sheets', {
    ...{ name, subject, method, items, template: 'village-100' },
  })
  const villages = await villagesOf(county)
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  let turn = 0
  const next = (): Write => {
    const subject = villages[turn++ % villages.length]
    const findings = [{ item: 'waste', deduction: 'd2', count: 1 + (turn % 3) }]
    const body = { sheet: sheet.id, version: sheet.version, subject, answers: {}, findings }
    const times = { startedAt: at(35), endedAt: at(5) }
    return { method: 'PUT', path: `/inspections/${newId()}`, body: JSON.stringify({ ...body, ...times }) }
  }
  return { next }
}

async function steps(county: HostedCounty): Promise<Pick<Kind, 'next'>> {
  const raise = await raising(county)
  const next = async (): Promise<Write> => {
    const raised = raise()
    await sent(county, raised)
    return aStep(raised, 'noted')
  }
  return { next }
}

/** Issues to be raised in one village after the other, by the shipped catalogue. */
export async function raising(county: HostedCounty): Promise<() => Write> {
  await sent(county, { method: 'PUT', path: '/issue-categories/catalogue', body: '{}' })
  const villages = await villagesOf(county)
  let turn = 0
  return () => {
    const place = villages[turn++ % villages.length]
    const found = { source: 'inspection', text: '村口有积存垃圾', foundAt: new Date().toISOString() }
    const body = JSON.stringify({ category: 'pile-waste', area: place, lead: 'drone-team', ...found })
    return { method: 'PUT', path: `/issues/${newId()}`, body }
  }
}

/** A step of an issue that has been raised. */
export function aStep({ path }: Write, kind: string): Write {
  return { method: 'PUT', path: `${path}/steps/${newId()}`, body: JSON.stringify({ kind, note: '已看过' }) }
}

let scan = 0
export function aPhoto(): Write {
  return aPicture(`/photos/${newId()}`, aJpeg(1600, 1200, {}, String(scan++).padEnd(300_000, 'x')))
}

/** The small copy of a photo that was sent. */
export function aSmallCopy({ path }: Write): Write {
  const [photo] = path.split('?')
  return aPicture(`${photo}/thumbnail`, aJpeg(320, 240, {}, `copy ${scan++}`))
}

function aPicture(path: string, body: Uint8Array<ArrayBuffer>): Write {
  const sha256 = createHash('sha256').update(body).digest('hex')
  return { method: 'PUT', path: `${path}?sha256=${sha256}`, body, type: 'image/jpeg' }
}

async function villagesOf({ context }: HostedCounty): Promise<string[]> {
  const { db } = await context()
  return (await db.find(area, eq(area.level, 'village'), { orderBy: area.id })).map(({ id }) => id)
}

async function posted<Body>({ host, id, token }: HostedCounty, path: string, body: object): Promise<Body> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${host.url}/api/v1/counties/${id}${path}`, init)
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json() as Promise<Body>
}

/** Asks and reads the whole answer; any but a good one is an error. */
export async function asked(url: string, init: RequestInit): Promise<void> {
  // A server may close a connection between two requests; every write here may be sent again.
  const answer = await fetch(url, init).catch(() => fetch(url, init))
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${url} answered ${answer.status}: ${text}`)
}

/** Writes with the county's own token. */
export function sent({ host, id, token }: HostedCounty, write: Write | undefined): Promise<void> {
  if (!write) return Promise.resolve()
  const { method, path, body, type = 'application/json' } = write
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  return asked(`${host.url}/api/v1/counties/${id}${path}`, { method, headers, body })
}
