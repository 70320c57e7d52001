import { createMiddleware } from 'hono/factory'
import { findControlReceipt, keepControlAnswer, keepControlReceipt } from '../data/control-receipts.ts'
import { findReceipt, keepAnswer } from '../data/receipts.ts'
import { sha256 } from '../data/sha256.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Idempotency-Key on POSTs inside a county. The receipt rides in the same batch as the first write, so either both
 * happened or neither; the answer is added after it. The same key and request give the first answer again, the same
 * key with another request is 409, and so is one by somebody whose role or scope has changed since: what they were told
 * then may not be for them now. Answers marked `x-secret` (one-time links) are not stored.
 */
export const receipts = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (c.req.method !== 'POST' || !key) return next()
  if (key.length > 200)
    throw new Problem('invalid', {}, { fields: () => [{ path: 'Idempotency-Key', message: '≤ 200' }] })
  const { db, member, now } = c.var
  const { kind, id } = member.scope
  const request = await hashRequest(c.req.raw, `${member.role} ${kind} ${id}`)
  const replay = async (): Promise<Response | undefined> => {
    const kept = await findReceipt(db, member.id, key)
    if (!kept) return undefined
    if (kept.request !== request) throw new Problem('key_reused')
    if (kept.status === null || kept.answer === null) throw new Problem('answer_lost')
    return new Response(kept.answer, { status: kept.status, headers: { 'content-type': 'application/json' } })
  }
  const first = await replay()
  if (first) return first
  db.keepReceipt({ caller: member.id, key, request, at: now.toISOString() })
  await next()
  // The handler's error has become an answer by now. Where the key was taken meanwhile, the other request won.
  if (c.error && isTaken(c.error)) return replay()
  const answer = c.res
  if (db.receiptPending || !answer.ok || answer.headers.get('x-secret') === '1') return
  await keepAnswer(db, member.id, key, answer.status, await answer.clone().text())
})

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
