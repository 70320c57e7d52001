import { createMiddleware } from 'hono/factory'
import { ControlDb } from '../data/control-db.ts'
import { noCost } from '../data/meter.ts'
import { newId } from '../data/new-id.ts'
import { answerHeaders, guardHeaders } from '../domain/access/content-policy.ts'
import { languageOf } from '../problems/language.ts'
import type { AppEnv } from './app-env.ts'
import { Bookmarks, carriedBookmarks, handBookmarks, writes } from './bookmarks.ts'
import { noteRequest } from './request-log.ts'

/** First of all: the request's id, clock, language and cost meter, and the headers every answer carries. */
export const request = createMiddleware<AppEnv>(async (c, next) => {
  const cost = noCost()
  c.set('requestId', newId())
  c.set('language', languageOf(c.req.raw.headers))
  c.set('now', new Date())
  c.set('cost', cost)
  const bookmarks = new Bookmarks(carriedBookmarks(c), writes(c.req.method))
  c.set('bookmarks', bookmarks)
  c.set('control', new ControlDb(bookmarks.on('CONTROL', c.env.CONTROL), cost))
  await next()
  noteRequest(c)
  if (cost.rowsWritten > 0) handBookmarks(c, bookmarks.text())
  // One copy, since what another service answered cannot be changed; `c.header` would make one for each header.
  const answer = new Response(c.res.body, c.res)
  answer.headers.set('x-request-id', c.var.requestId)
  for (const [name, value] of Object.entries(guardHeaders)) answer.headers.set(name, value)
  for (const [name, value] of Object.entries(answerHeaders(c.req.path, answer)))
    answer.headers.set(name, value)
  c.res = undefined
  c.res = answer
})
