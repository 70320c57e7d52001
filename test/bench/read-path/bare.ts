import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { readWorkerConfig } from '../../../worker/local/worker-config.ts'
import type { Target } from './load.ts'

/**
 * The control of what comes from D1 each time: a Worker of a few lines on the same workerd that reads a row a
 * round trip from two databases, one after the other, and answers with the last; `kept` looks into the cache of the
 * location before and puts the answer there afterwards, under another key each time. What the service takes beyond this
 * is its own; what this takes beyond an answer without a database is the local runtime's, its tail included.
 */
export async function withBareWorker<Result>(
  bytes: number,
  work: (bare: { read: Target; kept: Target }) => Promise<Result>,
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
    for (const [binding, body] of [
      ['FIRST', 'county'],
      ['SECOND', 'x'.repeat(bytes)],
    ] as const) {
      const d1 = await mf.getD1Database(binding)
      await d1.prepare('create table kept (id text primary key, body text)').run()
      await d1.prepare('insert into kept values (?, ?)').bind('one', body).run()
    }
    return await work({
      read: { url: `${origin}/read`, status: 200 },
      kept: { url: `${origin}/kept`, status: 200, headers: { 'x-key': 'k{n}' } },
    })
  } finally {
    await mf.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

const script = `export default {
  async fetch(request, { FIRST, SECOND }, context) {
    const address = 'https://kept.invalid/' + request.headers.get('x-key')
    const kept = request.url.endsWith('/kept')
    if (kept) await caches.default.match(address)
    const read = (d1) => d1.withSession('first-unconstrained').prepare('select * from kept where id = ?').bind('one').all()
    await read(FIRST)
    const { results } = await read(SECOND)
    const body = new TextEncoder().encode(results[0].body)
    const headers = { 'content-type': 'text/plain', 'cache-control': 'public, max-age=300' }
    if (kept) context.waitUntil(caches.default.put(address, new Response(body, { headers })))
    return new Response(body, { headers })
  },
}`
