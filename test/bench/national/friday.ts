import { request } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import type { Host } from '../../../worker/local/host.ts'
import type { NationalCounty } from './seed.ts'
import { secretOf } from './seed-county.ts'

/** When each county was done, in milliseconds from the beginning, and when the last was. */
export type Finished = { at: Map<string, number>; all: number }

/** How often the due clock is looked at, in milliseconds. */
const look = 250

/**
 * The crons of a Friday, 18:00: from the cron until the due clock says of each county in `wanted` that its work by
 * `time` is done. The clock is read
 * from the file of `control`, which costs the runtime nothing. Gives up after `patience` milliseconds.
 */
export async function closeAll(
  host: Host,
  control: DatabaseSync,
  time: Date,
  wanted: readonly NationalCounty[],
  patience: number,
): Promise<Finished> {
  const stillDue = control.prepare('select county from due where at <= ?')
  const waiting = new Set(wanted.map(({ id }) => id))
  const at = new Map<string, number>()
  const began = performance.now()
  // The first of the crons that fire at that minute; the others find what is not done yet and change nothing.
  await host.cron('*/5 * * * *', time)
  while (waiting.size > 0) {
    const left = new Set(stillDue.all(time.getTime()).map(({ county }) => county))
    const now = performance.now() - began
    for (const id of waiting) {
      if (left.has(id)) continue
      waiting.delete(id)
      at.set(id, now)
    }
    if (now > patience) throw new Error(`${waiting.size} counties are not done after ${Math.round(now)} ms`)
    if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, look))
  }
  return { at, all: performance.now() - began }
}

/** Publishes each county's round as its office does, some at once; the time of all and of each in milliseconds. */
export async function publishAll(
  { url }: Host,
  counties: readonly NationalCounty[],
  round: string,
  atOnce = 16,
): Promise<{ all: number; each: number[] }> {
  const each: number[] = []
  const queue = [...counties]
  const began = performance.now()
  const office = async () => {
    for (let county = queue.pop(); county; county = queue.pop()) {
      const start = performance.now()
      const path = `/api/v1/counties/${county.id}/rounds/${round}/publication`
      const { status, text } = await put(`${url}${path}`, secretOf(county.code))
      if (status !== 200) throw new Error(`${county.code} answered ${status}: ${text}`)
      each.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, office))
  return { all: performance.now() - began, each }
}

/** Over a connection of its own, as each office has: a shared one may be closed just as the next request goes out. */
function put(url: string, token: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, connection: 'close' }
    const asking = request(url, { method: 'PUT', headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end()
  })
}
