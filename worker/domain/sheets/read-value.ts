import { type Cell, type Complaint, compact } from './cell.ts'
import { chineseNumeral } from './chinese-numeral.ts'

export type ValueKind = 'rank' | 'score' | 'count' | 'exposure'

export type ValueErrorCode =
  | 'not_a_number'
  | 'percent'
  | 'formula_error'
  | 'not_whole'
  | 'below_one'
  | 'negative'
  | 'not_positive'

/** Missing is a value of its own: nobody said anything about this subject. */
export type ValueRead = { value: number } | { missing: true } | { error: Complaint<ValueErrorCode> }

const MISSING = /^(?:[/\\\-—–_~*]+|n\/a|无|缺|未评|未检查|未排名|不参评|不排名)?$/iu
const UNITS: Readonly<Record<ValueKind, RegExp>> = {
  rank: /(?:名|位)$/u,
  score: /分$/u,
  count: /(?:处|个|条|项|起|件|次)$/u,
  exposure: /(?:户|亩|公顷|平方米|平方公里)$/u,
}
const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u

/**
 * What a cell says as a rank (whole, from 1), a score (any finite number), a count (whole, from 0) or an exposure
 * (above 0): 4, ４, 第5名, 第十名, 98.0分, 1,234. A percentage is refused, since 98% might mean 98 or 0.98.
 */
export function readValue(cell: Cell | undefined, kind: ValueKind): ValueRead {
  const text = compact(cell)
  // 无 under a count may well mean "no problems", so there it isn't taken for silence.
  if (MISSING.test(text) && !(kind === 'count' && text === '无')) return { missing: true }
  if (/^#[A-Z/0!?]+$/u.test(text)) return refused('formula_error', text)
  if (/[%‰]$/u.test(text)) return refused('percent', text)
  const number = typeof cell === 'number' ? cell : spoken(text, kind)
  if (number === null || !Number.isFinite(number)) return refused('not_a_number', text)
  const error = outOfRange(number, kind)
  return error ? refused(error, text) : { value: number }
}

function spoken(text: string, kind: ValueKind): number | null {
  const bare = text
    .replace(/^(?:并列)?第?/u, '')
    .replace(/\(并列\)$|并列$/u, '')
    .replace(UNITS[kind], '')
  const number = kind === 'score' || kind === 'exposure' ? text.replace(UNITS[kind], '') : bare
  if (PLAIN_NUMBER.test(number)) return Number(number.replaceAll(',', ''))
  return kind === 'rank' ? chineseNumeral(number) : null
}

function outOfRange(number: number, kind: ValueKind): ValueErrorCode | null {
  if ((kind === 'rank' || kind === 'count') && !Number.isSafeInteger(number)) return 'not_whole'
  if (kind === 'rank' && number < 1) return 'below_one'
  if (kind === 'count' && number < 0) return 'negative'
  return kind === 'exposure' && number <= 0 ? 'not_positive' : null
}

function refused(code: ValueErrorCode, text: string): ValueRead {
  return { error: { code, params: { text: text.slice(0, 40) } } }
}
