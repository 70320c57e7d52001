import type { Span } from './period.ts'

/**
 * What is left of a period for a new round at `now`: from the end of the last round before to the beginning of the
 * next. Undefined where a round covers `now`. A round closed early still covers its whole span.
 */
export function freeSpan(period: Span, taken: readonly Span[], now: number): Span | undefined {
  if (taken.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)) return undefined
  const ended = taken.filter(({ closesAt }) => closesAt <= now).map(({ closesAt }) => closesAt)
  const coming = taken.filter(({ opensAt }) => opensAt > now).map(({ opensAt }) => opensAt)
  return {
    opensAt: Math.max(period.opensAt, ...ended),
    closesAt: Math.min(period.closesAt, ...coming),
  }
}
