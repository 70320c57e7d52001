import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { readWorkerConfig } from '../../../worker/local/worker-config.ts'
import type { HeardTrip } from './heard.ts'
import type { Target } from './load.ts'

/**
 * What a control does: reads, trip after trip, as many statements and rows of as many bytes as the service reads, then
 * answers with as many bytes. `kept` looks into the cache of the location before and puts the answer there afterwards,
 * under another key each time.
 */
export type Control = { name: string; trips: readonly HeardTrip[]; bytes: number; kept: boolean }

/**
 * Workers of a few lines on the same workerd as controls of what comes from D1 each time. What the service takes beyond
 * its control is its own; what a control takes beyond an answer without a database is the local runtime's, its tail
 * included.
 */
export async function withBareWorkers<Result>(
  controls: readonly Control[],
  work: (targets: ReadonlyMap<string, Target>) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-bare-'))
  const mf = new Miniflare({
    modules: true,
    script,
    compatibilityDate: readWorkerConfig().compatibilityDate,
    d1Databases: ['FIRST', 'SECOND'],
    d1Persist: join(folder, 'd1'),
    cf: false,
    telemetry: { enabled: false },
  })
  try {
    const origin = `http://127.0.0.1:${(await mf.ready).port}`
    for (const binding of ['FIRST', 'SECOND']) {
      const d1 = await mf.getD1Database(binding)
      await d1.prepare('create table kept (id text, no integer, body text, primary key (id, no))').run()
      const insert = d1.prepare('insert into kept values (?, ?, ?)')
      for (const { name, trips } of controls)
        for (const [trip, statements] of trips.entries())
          for (const [statement, rows] of statements.entries())
            for (const [no, row] of rows.entries())
              await insert.bind(`${name} ${trip} ${statement}`, no, row).run()
    }
    const targetOf = ({ name, trips, bytes, kept }: Control): [string, Target] => {
      const asked = encodeURIComponent(
        JSON.stringify({ name, bytes, kept, trips: trips.map((each) => each.length) }),
      )
      const key = kept ? { headers: { 'x-key': 'k{n}' } } : {}
      return [name, { url: `${origin}/?${asked}`, status: 200, ...key }]
    }
    return await work(new Map(controls.map(targetOf)))
  } finally {
    await mf.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A control of two trips goes to two databases, one of a single trip to the second. */
const script = `const answers = new Map()
export default {
  async fetch(request, { FIRST, SECOND }, context) {
    const { name, bytes, kept, trips } = JSON.parse(decodeURIComponent(new URL(request.url).search.slice(1)))
    const address = 'https://kept.invalid/' + request.headers.get('x-key')
    if (kept) await caches.default.match(address)
    const open = (d1) => d1.withSession('first-unconstrained')
    const databases = [open(FIRST), open(SECOND)]
    for (const [trip, statements] of trips.entries()) {
      const d1 = databases[trip === 0 && trips.length > 1 ? 0 : 1]
      const selects = Array.from({ length: statements }, (_, at) =>
        d1.prepare('select body from kept where id = ? order by no').bind(name + ' ' + trip + ' ' + at))
      if (selects.length === 1) await selects[0].all()
      else await d1.batch(selects)
    }
    const body = answers.get(bytes) ?? new TextEncoder().encode('x'.repeat(bytes))
    answers.set(bytes, body)
    const headers = { 'content-type': 'text/plain', 'cache-control': 'public, max-age=300' }
    if (kept) context.waitUntil(caches.default.put(address, new Response(body, { headers })))
    return new Response(body, { headers })
  },
}`
