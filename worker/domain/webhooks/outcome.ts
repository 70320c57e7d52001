import type { DeliveryFault, DeliveryState, WebhookFormat } from '../../../schema/api/webhooks.ts'

/** What came of one attempt: an answer with the beginning of its body, or none. */
export type Attempt = { status: number; body: string } | { fault: 'network' | 'timeout' }

export type Outcome = {
  state: Exclude<DeliveryState, 'sending'>
  fault: DeliveryFault | null
  status: number | null
  said: string | null
  /** For `pending`: how long to wait, in ms. */
  wait: number | null
}

const minute = 60_000
/** After the first attempt, the second … ; after the last of them no more. */
export const waits = [minute, 5 * minute, 30 * minute, 2 * 60 * minute, 6 * 60 * minute]

/**
 * What an attempt, the `attempts`-th, means. A group robot would show a message twice, so it is tried again only where
 * the robot itself said that it took nothing; where nobody can know, a person decides. A program knows a delivery by its
 * id (`x-xiangbang-delivery`) and leaves out what it has, so there any failure is tried again.
 */
export function outcomeOf(format: WebhookFormat, attempt: Attempt, attempts: number): Outcome {
  const { verdict, ...known } = judged(format, attempt)
  const wait = waits[attempts - 1]
  if (verdict !== 'again') return { state: verdict, ...known, wait: null }
  return wait === undefined ? { state: 'dead', ...known, wait: null } : { state: 'pending', ...known, wait }
}

type Judged = Omit<Outcome, 'state' | 'wait'> & { verdict: 'delivered' | 'dead' | 'unknown' | 'again' }

function judged(format: WebhookFormat, attempt: Attempt): Judged {
  const unsure = format === 'json' ? 'again' : 'unknown'
  if ('fault' in attempt) return { verdict: unsure, fault: attempt.fault, status: null, said: null }
  const { status, body } = attempt
  const fault = (verdict: Judged['verdict'], kind: DeliveryFault): Judged => ({
    ...{ verdict, fault: kind, status, said: null },
  })
  if (status >= 300 && status < 400) return fault('dead', 'redirect')
  if (status === 408 || status === 425 || status === 429 || status === 503) return fault('again', 'status')
  if (status >= 500) return fault(unsure, 'status')
  if (status >= 400 || status < 200) return fault('dead', 'status')
  return format === 'json' ? { verdict: 'delivered', fault: null, status, said: null } : robot(status, body)
}

/** "Too many messages" of WeCom, DingTalk and Feishu. */
const tooFast = new Set([45009, 45033, 130101, 130102, 410100, 9499, 11232, 11233])

/** Robots answer 200 whatever happened; a code other than 0 says that they took nothing. */
function robot(status: number, body: string): Judged {
  const { code, text } = answerOf(body)
  if (code === 0) return { verdict: 'delivered', fault: null, status, said: null }
  if (code === undefined) return { verdict: 'unknown', fault: 'robot', status, said: null }
  const said = `${code} ${text}`.trim().slice(0, 200)
  return { verdict: tooFast.has(code) ? 'again' : 'dead', fault: 'robot', status, said }
}

/** WeCom and DingTalk say `errcode` and `errmsg`, Feishu `code` and `msg`, its older robots `StatusCode`. */
function answerOf(body: string): { code: number | undefined; text: string } {
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return { code: undefined, text: '' }
  }
  if (typeof read !== 'object' || read === null) return { code: undefined, text: '' }
  const fields = read as Record<string, unknown>
  const code = [fields.errcode, fields.code, fields.StatusCode].find((value) => typeof value === 'number')
  const text = [fields.errmsg, fields.msg, fields.StatusMessage].find((value) => typeof value === 'string')
  return { code: code as number | undefined, text: String(text ?? '') }
}
