import { createHash, randomUUID } from 'node:crypto'
import type { Entry } from '../../../schema/api/ranking.ts'
import { aJpeg } from '../../support/pictures.ts'
import type { Signed } from './a-county.ts'
import type { Write, Writer } from './writer.ts'

/** What one turn of a client left behind, by the ids that the client made. */
export type Noted = {
  report: readonly Entry[]
  photos: { id: string; sha256: string; bytes: Uint8Array }[]
  inspection: { id: string; subject: string; startedAt: string; heaps: number; photo: string }
  issue: { id: string; area: string; text: string; photos: readonly string[] }
  /** Of the office and of the township, by kind, in the order they were taken. */
  steps: readonly { id: string; kind: string }[]
  grid: { name: string; parent: string; key: string }
}

/** A client of one township: what it does, and what it knows to be done. */
export type Client = { township: Signed['townships'][number]; own: Writer; noted: Noted[] }

/** Writes in one turn. */
export const perTurn = 10

/**
 * One turn: a report over all villages, three photos, an inspection, an issue raised, started, rectified and verified,
 * and a grid made under an idempotency key. Every id is the client's, and every text is like no other.
 */
export async function takeTurn({ id, office, round, sheet }: Signed, client: Client, turn: number) {
  const { township, own, noted } = client
  const { villages } = township
  const village = villages[turn % villages.length] ?? ''
  const [before, found, after] = [1, 2, 3].map((no) => aPhoto(`${id} ${township.id} ${turn} ${no}`))
  if (!before || !found || !after) throw new Error('three photos')
  const report = villages.map((subject, at) => ({ subject, value: ((at + turn) % villages.length) + 1 }))
  const inspection = { id: randomUUID(), subject: village, startedAt: minutesAgo(40), heaps: 1 + (turn % 5) }
  const issue = { id: randomUUID(), area: village, text: `第 ${turn} 处：村口有积存垃圾` }
  const steps = (['started', 'rectified', 'closed'] as const).map((kind) => ({ id: randomUUID(), kind }))
  const grid = { name: `网格 ${turn}`, parent: village, key: randomUUID() }
  const [started, rectified, closed] = steps.map((step) => `/issues/${issue.id}/steps/${step.id}`)

  await own.write(put(`/rounds/${round}/reports/township/${township.id}`, { entries: report }))
  await own.write(ofPhoto(found))
  await own.write({
    ...put(`/inspections/${inspection.id}`, {
      ...{ sheet: sheet.id, version: sheet.version, subject: village, answers: {}, photos: [found.id] },
      ...{ startedAt: inspection.startedAt, endedAt: minutesAgo(5) },
      findings: [{ item: 'waste', deduction: 'd2', count: inspection.heaps }],
    }),
    creates: true,
  })
  await office.write(ofPhoto(before))
  await office.write({
    ...put(`/issues/${issue.id}`, {
      ...{ category: 'pile-waste', area: village, source: 'inspection', text: issue.text },
      ...{ foundAt: minutesAgo(10), lead: township.id, photos: [before.id] },
    }),
    creates: true,
  })
  await own.write(put(started, { kind: 'started', measure: '当天清运' }))
  await own.write(ofPhoto(after))
  await own.write(put(rectified, { kind: 'rectified', note: '已清运', photos: [after.id] }))
  await office.write(put(closed, { kind: 'closed', note: '已核实' }))
  await office.write({
    ...{ method: 'POST', path: '/areas', headers: { 'idempotency-key': grid.key } },
    ...{ body: { name: grid.name, level: 'grid', parent: village }, carriedOut: ['answer-lost'] },
  })
  noted.push({
    ...{ report, photos: [before, found, after], steps, grid },
    inspection: { ...inspection, photo: found.id },
    issue: { ...issue, photos: [before.id, after.id] },
  })
}

function put(path: string | undefined, body: unknown): Write {
  return { method: 'PUT', path: path ?? '', body }
}

/** A picture like no other of some 20 KB, so that a put takes long enough to be cut off. */
function aPhoto(words: string): Noted['photos'][number] {
  const scan = createHash('sha256').update(words).digest('hex').repeat(300)
  const bytes = aJpeg(640, 480, {}, scan)
  return { id: randomUUID(), sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}

function ofPhoto({ id, sha256, bytes }: Noted['photos'][number]): Write {
  const headers = { 'content-type': 'image/jpeg' }
  return { method: 'PUT', path: `/photos/${id}?sha256=${sha256}`, body: bytes, headers, creates: true }
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
