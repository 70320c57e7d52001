import { HTTPException } from 'hono/http-exception'
import { Repeated } from '../data/receipts.ts'
import { problems } from '../problems/catalogue.ts'
import type { Language } from '../problems/language.ts'
import { fill, Problem } from '../problems/problem.ts'

/** The problem an error is, or undefined for one that nobody foresaw. */
export function problemOf(error: Error): Problem | undefined {
  if (error instanceof Problem) return error
  // For the moment: the middleware of receipts gives the first answer instead.
  if (error instanceof Repeated) return new Problem('answer_lost')
  if (error instanceof HTTPException) return new Problem(error.status === 415 ? 'not_json' : 'malformed')
  return idTaken.test(error.message) ? new Problem('id_taken') : undefined
}

/** Clients make ids, and one may stand somewhere already: under another kind of thing, or from a request at the same time. */
const idTaken = /UNIQUE constraint failed: (\w+)\.county, \1\.id(:|$)/

/** RFC 9457 `application/problem+json` in the caller's language. `instance` is the request's id. */
export function problemResponse(problem: Problem, language: Language, requestId: string): Response {
  const entry = problems[problem.code]
  const [title, detail] = entry[language]
  const errors = problem.fields(language)
  const body = {
    type: `/problems/${problem.code.replaceAll('_', '-')}`,
    title,
    status: entry.status,
    detail: fill(detail, problem.params),
    instance: `urn:request:${requestId}`,
    ...(errors.length > 0 ? { errors } : {}),
    ...problem.extra,
  }
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language === 'zh' ? 'zh-CN' : 'en',
    'cache-control': 'no-store',
  }
  const wait = problem.params.retryAfter
  if (wait !== undefined) headers['retry-after'] = String(wait)
  return new Response(JSON.stringify(body), { status: entry.status, headers })
}
