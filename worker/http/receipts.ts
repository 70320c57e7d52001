import { createMiddleware } from 'hono/factory'
import { findControlReceipt, keepControlAnswer, keepControlReceipt } from '../data/control-receipts.ts'
import type { CountyDb } from '../data/county-db.ts'
import { keepAnswer, type Receipt, Repeated, selectReceipt } from '../data/receipts.ts'
import { sha256 } from '../data/sha256.ts'
import { Problem } from '../problems/problem.ts'
import { Unavailable } from '../problems/unavailable.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Idempotency-Key on POSTs inside a county. The receipt rides in the same batch as the first write, so either both
 * happened or neither; whether there is one already is asked along with the first read. The answer is added once it
 * has gone out. The same key and request give the first answer again, the same key with another request is 409, and so
 * is one by somebody whose role or scope has changed since: what they were told then may not be for them now. Answers
 * marked `x-secret` (one-time links) are not stored.
 *
 * What an action does elsewhere (CONTROL, R2) stands behind its first read or write in the county's database, or does
 * no harm when done again.
 */
export const receipts = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (c.req.method !== 'POST' || !key) return next()
  if (key.length > 200)
    throw new Problem('invalid', {}, { fields: () => [{ path: 'Idempotency-Key', message: '≤ 200' }] })
  const { db, member, now } = c.var
  const { kind, id } = member.scope
  const request = await hashRequest(c.req.raw, `${member.role} ${kind} ${id}`)
  const named = { caller: member.id, key }
  db.keepReceipt({ ...named, request, createdAt: now.toISOString() })
  await next()
  // The handler's error has become an answer by now. Refused, it may be what its own first time has changed.
  const pending = db.receiptPending
  db.keepReceipt(undefined)
  const first = c.error && (await firstTime(db, named, c.error, pending))
  if (first) {
    const again = await answerAgain(db, named, request, first)
    // In place of the error's answer, and of its headers.
    c.res = undefined
    c.res = again
    c.error = undefined
    return
  }
  const answer = c.res
  if (pending || !answer.ok || answer.headers.get('x-secret') === '1') return
  const text = answer.clone().text()
  // Where that fails, a repeat is told that the answer is lost.
  const kept = text.then((said) => keepAnswer(db, named, answer.status, said)).catch(() => undefined)
  c.executionCtx.waitUntil(kept)
})

/** The receipt of the request's first time, where that may be why it failed. */
async function firstTime(db: CountyDb, named: Named, error: Error, pending: boolean) {
  if (error instanceof Repeated) return error.receipt
  const refused = error instanceof Problem && !(error instanceof Unavailable) && pending
  return refused || isTaken(error) ? find(db, named) : undefined
}

/** The first answer once more. One whose answer may still be on its way is waited for. Errors: key_reused, answer_lost. */
async function answerAgain(db: CountyDb, named: Named, request: string, first: Receipt): Promise<Response> {
  let kept: Receipt | undefined = first
  for (const pause of pauses) {
    if (kept?.request !== request) throw new Problem('key_reused')
    if (kept.status !== null && kept.answer !== null) {
      return new Response(kept.answer, {
        status: kept.status,
        headers: { 'content-type': 'application/json' },
      })
    }
    if (Date.now() - Date.parse(kept.createdAt) > stillAnswering) break
    await new Promise((resolve) => setTimeout(resolve, pause))
    kept = await find(db, named)
  }
  throw new Problem('answer_lost')
}

type Named = Pick<Receipt, 'caller' | 'key'>

/** Milliseconds for which a first request may still be busy with its answer, and between looks at it meanwhile. */
const stillAnswering = 10_000
const pauses = [50, 100, 200, 400, 0]

async function find(db: CountyDb, named: Named): Promise<Receipt | undefined> {
  const [[kept]] = await db.together(selectReceipt(db, named))
  return kept
}

/** Idempotency-Key on sign-up, which stands outside any county: the key alone is the caller. */
export const controlReceipts = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (!key) return next()
  if (key.length > 200)
    throw new Problem('invalid', {}, { fields: () => [{ path: 'Idempotency-Key', message: '≤ 200' }] })
  // The body holds a password: without the secret its hash would let one be guessed fast.
  const request = await hashRequest(c.req.raw, c.env.SESSION_SECRET)
  const kept = await findControlReceipt(c.var.control, 'signup', key)
  if (kept && kept.request !== request) throw new Problem('key_reused')
  if (kept) {
    if (kept.status === null || kept.answer === null) throw new Problem('answer_lost')
    return new Response(kept.answer, { status: kept.status, headers: { 'content-type': 'application/json' } })
  }
  const createdAt = c.var.now.toISOString()
  c.set('receipt', keepControlReceipt({ caller: 'signup', key, request, createdAt }))
  await next()
  if (!c.res.ok) return
  await c.var.control.run(keepControlAnswer('signup', key, c.res.status, await c.res.clone().text()))
})

async function hashRequest(raw: Request, as: string): Promise<string> {
  const url = new URL(raw.url)
  const body = Buffer.from(await raw.clone().arrayBuffer()).toString('base64')
  return sha256(`${as} ${raw.method} ${url.pathname}${url.search} ${body}`)
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed: receipt/.test(error.message)
}
