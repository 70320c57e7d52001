import { RoundState } from '../../../schema/api/boards.ts'
import type { RoundFilter } from './queries.ts'

/** What an address asks for: `state=published`, `month=2026-03` or a whole year, `month=2026`, by Shanghai's clock. */
export function roundFilterIn(params: URLSearchParams): RoundFilter {
  const state = RoundState.safeParse(params.get('state'))
  const [, year = '', month] = /^(\d{4})(?:-(\d\d))?$/.exec(params.get('month') ?? '') ?? []
  return {
    ...(state.success ? { state: state.data } : {}),
    ...(year === '' ? {} : spanOf(Number(year), month === undefined ? undefined : Number(month))),
  }
}

function spanOf(year: number, month: number | undefined) {
  const midnight = (year: number, month: number) =>
    new Date(Date.UTC(year, month, 1) - 8 * 3_600_000).toISOString()
  return month === undefined
    ? { since: midnight(year, 0), until: midnight(year + 1, 0) }
    : { since: midnight(year, month - 1), until: midnight(year, month) }
}

/** The years and months from one day to the month after another (a round may close then), newest first: 2026, 2026-03 … */
export function monthsOf(from: string, to: string): string[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7))
  const months: string[] = []
  for (let at = last; at >= first; at--) {
    const year = Math.floor(at / 12)
    if (at === last || at % 12 === 11) months.push(String(year))
    months.push(`${year}-${String((at % 12) + 1).padStart(2, '0')}`)
  }
  return months
}
