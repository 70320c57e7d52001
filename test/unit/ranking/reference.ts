import type { Band, RoundInput, Source, Standings } from '../../../schema/api/ranking.ts'

/**
 * The rule once more, slowly: exact fractions everywhere, every rank found by counting, no code shared with the
 * engine. What it lacks in speed it has in being easy to hold against the text of the rule.
 */
export function reference(input: RoundInput): Standings {
  const { policy } = input
  const values = valuesOf(input)
  const reported = policy.sources.filter(({ key }) => (values.get(key)?.size ?? 0) > 0)
  const codes = input.subjects.filter(({ exempt }) => !exempt).map(({ code }) => code)
  const whole = run(input, codes, values, policy.sources, policy.minSources, policy.guards)
  const without = reported
    .filter(() => reported.length > 1)
    .map((left) => {
      const others = reported.filter((source) => source !== left)
      const asked = Math.max(1, Math.min(policy.minSources, others.length))
      const guards = policy.guards?.source === left.key ? undefined : policy.guards
      return run(input, codes, values, others, asked, guards)
    })
  const standings = whole.ranked.map(({ subject, rank, key, band }) => ({
    subject,
    rank,
    key,
    band,
    streak: streakOf(input, subject, band),
    borderline: without.some(({ ranked }) =>
      ranked.some((other) => other.subject === subject && other.band !== band),
    ),
    ...(policy.method === 'percentile'
      ? { score: Number(floor([BigInt(1_000_000 - key) + 500n, 1000n])) / 10 }
      : {}),
  }))
  const unranked = codes
    .filter((code) => !standings.some(({ subject }) => subject === code))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((subject) => ({ subject, reason: 'too_few_sources' as const }))
  return { bandsClamped: whole.clamped, unranked, standings }
}

/** A fraction with a positive denominator. */
type Fraction = readonly [bigint, bigint]

interface Value {
  raw: number
  exposure?: number | undefined
  rater: string
}

type Values = Map<string, Map<string, Value>>

function valuesOf({ subjects, policy, reports, amendments = [] }: RoundInput): Values {
  const competing = new Set(subjects.filter(({ exempt }) => !exempt).map(({ code }) => code))
  const values: Values = new Map(policy.sources.map(({ key }) => [key, new Map()]))
  const raters = new Map<string, string>()
  for (const { source, reporter, rater, entries } of reports) {
    for (const { subject, value, exposure } of entries) {
      if (!competing.has(subject)) continue
      raters.set(`${source} ${subject}`, `rater ${rater ?? reporter}`)
      values.get(source)?.set(subject, { raw: value, exposure, rater: `rater ${rater ?? reporter}` })
    }
  }
  const last = new Map<string, number | undefined>()
  for (const [source, of] of values)
    for (const [subject, { exposure }] of of) last.set(`${source} ${subject}`, exposure)
  for (const { source, subject, value, exposure } of amendments) {
    if (!competing.has(subject)) continue
    const at = `${source} ${subject}`
    if (exposure !== undefined) last.set(at, exposure)
    if (value === null) values.get(source)?.delete(subject)
    else {
      const rater = raters.get(at) ?? `nobody but ${subject}`
      values.get(source)?.set(subject, { raw: value, exposure: last.get(at), rater })
    }
  }
  return values
}

interface Placed {
  subject: string
  rank: number
  key: number
  band: Band
}

function run(
  input: RoundInput,
  codes: readonly string[],
  values: Values,
  sources: readonly Source[],
  minSources: number,
  guards: RoundInput['policy']['guards'],
): { clamped: boolean; ranked: Placed[] } {
  const { policy, subjects } = input
  const townships = new Map(subjects.map(({ code, township }) => [code, township]))

  const place = (source: Source, subject: string): { r: Fraction; p: Fraction } | undefined => {
    const of = values.get(source.key)
    const own = of?.get(subject)
    if (!of || !own) return undefined
    const group = [...of].filter(([other, { rater }]) => {
      if (source.scope === 'township') return townships.get(other) === townships.get(subject)
      return source.scope === 'county' || rater === own.rater
    })
    const better = group.filter(([, value]) => compare(worth(source, value), worth(source, own)) < 0).length
    const equal = group.filter(([, value]) => compare(worth(source, value), worth(source, own)) === 0).length
    const doubled = BigInt(2 * better + 1 + equal)
    return { r: [doubled, 2n], p: [doubled - 1n, 2n * BigInt(group.length)] }
  }

  const keyed = codes.flatMap((subject) => {
    let sum: Fraction = [0n, 1n]
    let weights: Fraction = [0n, 1n]
    let count = 0
    for (const source of sources) {
      const found = place(source, subject)
      if (!found) continue
      sum = plus(sum, times(fraction(source.weight), policy.method === 'rank_sum' ? found.r : found.p))
      weights = plus(weights, fraction(source.weight))
      count++
    }
    if (count < minSources) return []
    return [{ subject, key: rounded([sum[0] * weights[1], sum[1] * weights[0]]) }]
  })

  const tieBreakers = policy.tieBreakers.flatMap((key) => sources.find((source) => source.key === key) ?? [])
  /** The group cut into its final tie groups, best first. */
  const split = (group: string[], turn: number): string[][] => {
    const source = tieBreakers[turn]
    if (!source || group.length === 1) return [group]
    const keys = new Map<string, bigint>()
    for (const subject of group) {
      const found = place(source, subject)
      if (found) keys.set(subject, BigInt(rounded(found.p)))
    }
    if (keys.size < group.length) return split(group, turn + 1)
    const levels = [...new Set(keys.values())].sort((a, b) => (a < b ? -1 : 1))
    return levels.flatMap((level) =>
      split(
        group.filter((subject) => keys.get(subject) === level),
        turn + 1,
      ),
    )
  }
  const levels = [...new Set(keyed.map(({ key }) => key))].sort((a, b) => a - b)
  const groups = levels.flatMap((level) =>
    split(
      keyed.filter(({ key }) => key === level).map(({ subject }) => subject),
      0,
    ),
  )

  const total = keyed.length
  const asked = (side: object | undefined): bigint => {
    if (!side) return 0n
    const [[name, amount]] = Object.entries(side) as [[string, number]]
    if (name !== 'percent') return BigInt(amount)
    const [top, bottom] = fraction(amount)
    return floor([BigInt(total) * top, bottom * 100n])
  }
  const [green, red] = [asked(policy.bands.green), asked(policy.bands.red)]
  const clamped = green + red > BigInt(total)
  const scaled = (side: bigint) => (clamped ? floor([BigInt(total) * side, green + red]) : side)

  let ahead = 0
  const ranked = groups.flatMap((group) => {
    const rank = ahead + 1
    ahead += group.length
    const reverse = total - ahead + 1
    const isGreen = BigInt(rank) <= scaled(green)
    const isRed = BigInt(reverse) <= scaled(red)
    return [...group]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((subject) => {
        let band: Band = isGreen && !isRed ? 'green' : isRed && !isGreen ? 'red' : 'yellow'
        const value = guards && values.get(guards.source)?.get(subject)?.raw
        if (band === 'green' && guards?.greenAtLeast !== undefined) {
          if (value === undefined || value < guards.greenAtLeast) band = 'yellow'
        }
        if (
          band === 'red' &&
          guards?.redBelow !== undefined &&
          value !== undefined &&
          value >= guards.redBelow
        ) {
          band = 'yellow'
        }
        return { subject, rank, band, key: keyed.find((other) => other.subject === subject)?.key ?? -1 }
      })
  })
  return { clamped, ranked }
}

/** Lower is better. */
function worth({ kind }: Source, { raw, exposure }: Value): Fraction {
  const [top, bottom] = fraction(raw)
  if (exposure !== undefined) {
    const covered = fraction(exposure)
    return [top * covered[1], bottom * covered[0]]
  }
  return kind === 'score' ? [-top, bottom] : [top, bottom]
}

function streakOf({ history = [], carried = {} }: RoundInput, subject: string, band: Band): number {
  let streak = 1
  for (const round of history.toReversed()) {
    const then = round[subject]
    if (then === undefined) continue
    if (then !== band) return streak
    streak++
  }
  const before = carried[subject]
  return before?.band === band ? streak + before.streak : streak
}

/** A decimal as it is written, without an exponent. */
function fraction(value: number): Fraction {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? []
  return [BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length)]
}

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const compare = ([a, b]: Fraction, [c, d]: Fraction): number => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0)
const floor = ([a, b]: Fraction): bigint => a / b
const rounded = (p: Fraction): number => Number(floor(plus(times(p, [1_000_000n, 1n]), [1n, 2n])))
