import type { Refusal } from '../store/records.ts'
import type { Answered } from './transport.ts'

/** What an answer to a PUT means for what was sent. */
export type Verdict =
  | { kind: 'taken'; answer: Record<string, unknown> }
  /** Later again; `after` in ms where the service named a time. */
  | { kind: 'later'; stumbled: boolean; after?: number }
  | { kind: 'signedOut' }
  | { kind: 'refused'; refusal: Refusal }

/** Refusals that another attempt may well end: somebody else was quicker, or bytes were damaged on the way. */
const passing = new Set(['conflict', 'photo-hash', 'photo-expiring'])

/**
 * Judges an answer. Only what is surely the service's own is believed: a portal's page that says 200, or a proxy's 404,
 * is as good as no answer.
 */
export async function verdictOn(answered: Answered): Promise<Verdict> {
  const { status } = answered
  const said = await answered.json().then(asObject, () => undefined)
  if (status >= 200 && status < 300 && said) return { kind: 'taken', answer: said }
  const code = codeOf(said)
  if (status === 401 && code !== undefined) return { kind: 'signedOut' }
  if (status === 429 || status === 503) return { kind: 'later', stumbled: false, ...waitOf(answered) }
  if (status >= 500) return { kind: 'later', stumbled: true }
  if (code === undefined || said === undefined || status < 400) return { kind: 'later', stumbled: false }
  if (passing.has(code)) return { kind: 'later', stumbled: true }
  return { kind: 'refused', refusal: refusalOf(status, code, said) }
}

function asObject(said: unknown): Record<string, unknown> | undefined {
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined
}

/** The last part of a problem document's `type`. */
function codeOf(said: Record<string, unknown> | undefined): string | undefined {
  return /^\/problems\/([\w-]+)$/.exec(String(said?.type))?.[1]
}

function waitOf(answered: Answered): { after?: number } {
  const seconds = Number(answered.header('retry-after'))
  return Number.isFinite(seconds) && seconds > 0 ? { after: Math.min(seconds, 3600) * 1000 } : {}
}

function refusalOf(status: number, code: string, said: Record<string, unknown>): Refusal {
  const word = (value: unknown) => (typeof value === 'string' ? value : '')
  const errors = Array.isArray(said.errors) ? said.errors.map((each: unknown) => asObject(each) ?? {}) : []
  return {
    ...{ status, code, title: word(said.title), detail: word(said.detail) },
    errors: errors.map(({ path, message }) => ({ path: word(path), message: word(message) })),
  }
}
