/** In hundredths of the county's list; `error` is the standard error of the mean. */
export type Severity = { severity: number | null; severityError: number | null; compared: number }

/**
 * How much further down one reporter's values put its subjects than the other sources put the same subjects: the mean
 * of own − others over the subjects both speak of. Positive is severe, negative lenient.
 */
export function severityOf(
  members: readonly number[],
  own: Float64Array | undefined,
  others: Float64Array,
): Severity {
  const gaps = own ? members.flatMap((subject) => gapAt(own, others, subject) ?? []) : []
  if (gaps.length === 0) return { severity: null, severityError: null, compared: 0 }
  const severity = mean(gaps)
  const error = gaps.length < 2 ? null : deviation(gaps) / Math.sqrt(gaps.length - 1)
  return { severity, severityError: error, compared: gaps.length }
}

/** One subject's own − others in hundredths, or undefined where either is silent. */
export function gapAt(own: Float64Array, others: Float64Array, subject: number): number | undefined {
  const gap = 100 * ((own[subject] as number) - (others[subject] as number))
  return Number.isNaN(gap) ? undefined : gap
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}

/** Standard deviation of the values themselves, not of a population they stand for. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
