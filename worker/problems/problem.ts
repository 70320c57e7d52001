import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ProblemCode, problems } from './catalogue.ts'
import type { Language } from './language.ts'

export type FieldError = { path: string; message: string }

/**
 * The one error that actions, queries and routes throw for a refused request. `code` names an entry of the
 * catalogue; `params` fill its text. Anything else that is thrown answers 500 with fixed text.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: Record<string, string | number>
  readonly fields: (language: Language) => FieldError[]
  readonly extra: Record<string, unknown>

  constructor(
    code: ProblemCode,
    params: Record<string, string | number> = {},
    more: { fields?: (language: Language) => FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(code)
    this.code = code
    this.params = params
    this.fields = more.fields ?? (() => [])
    this.extra = more.extra ?? {}
  }

  get status(): ContentfulStatusCode {
    return problems[this.code].status
  }
}

/** Fills `{name}` places of a catalogue text. */
export function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
