import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Language } from '../problems/language.ts'
import { type FieldError, Problem } from '../problems/problem.ts'

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** What zod refused becomes a 422 that names each place, in the caller's language. */
export function invalid(error: z.core.$ZodError): Problem {
  return new Problem(
    'invalid',
    {},
    { fields: (language) => error.issues.map((issue) => fieldError(issue, language)) },
  )
}

/** The hook of every OpenAPIHono app. */
export function refuseInvalid(
  result: { success: true } | { success: false; error: z.core.$ZodError },
  _c: Context,
): undefined {
  if (!result.success) throw invalid(result.error)
}

function fieldError(issue: z.core.$ZodIssue, language: Language): FieldError {
  const said = locales[language](issue as z.core.$ZodRawIssue)
  const message = typeof said === 'string' ? said : (said?.message ?? issue.message)
  return { path: issue.path.map(String).join('.'), message }
}
