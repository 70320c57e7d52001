import type { Context } from 'hono'
import { type ArchiveEnv, exportCounty } from '../actions/archive/export-county.ts'
import type { AppEnv } from './app-env.ts'
import { saveAs } from './file-name.ts'

/**
 * Streams a county's archive as a download, made as fast as it is taken. Where the making fails the answer is cut
 * off, and an archive cut off is refused by whoever reads it. Accounts are never in it.
 */
export function archiveAnswer(
  c: Context<AppEnv>,
  { id, code, name }: { id: string; code: string; name: string },
) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const env: ArchiveEnv = c.env
  const options = { now: c.var.now, program: 'xiangbang', withAccounts: false }
  const made = exportCounty(env, c.var.control, id, (bytes) => writer.write(bytes), options)
  c.executionCtx.waitUntil(
    made.then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    ),
  )
  const day = c.var.now.toISOString().slice(0, 10)
  c.header('content-type', 'application/zip')
  c.header('cache-control', 'no-store')
  c.header('content-disposition', saveAs(`${name}-${code}-${day}`, 'zip'))
  return c.body(readable, 200)
}
