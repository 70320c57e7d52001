/** `digits × 10^exponent`: a number exactly as its shortest decimal writing says, so 0.1 is a tenth. */
export interface Decimal {
  digits: bigint
  exponent: number
}

/** The decimal a finite number stands for. */
export function decimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

/** Whole numbers in the same proportion to each other as the given ones. */
export function wholeNumbers(values: readonly number[]): bigint[] {
  const decimals = values.map(decimal)
  const lowest = Math.min(0, ...decimals.map(({ exponent }) => exponent))
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - lowest))
}

/** Sign of `a/b − c/d` for positive `b` and `d`, without rounding. */
export function compareFractions(a: number, b: number, c: number, d: number): number {
  const [left = 0n, right = 0n] = proportional(
    product(decimal(a), decimal(d)),
    product(decimal(c), decimal(b)),
  )
  return left < right ? -1 : left > right ? 1 : 0
}

function product(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent }
}

function proportional(a: Decimal, b: Decimal): [bigint, bigint] {
  const lowest = Math.min(a.exponent, b.exponent)
  return [a.digits * 10n ** BigInt(a.exponent - lowest), b.digits * 10n ** BigInt(b.exponent - lowest)]
}
