import type { NearestChange } from '../../../schema/api/explanation.ts'
import type { Band, RoundInput } from '../../../schema/api/ranking.ts'
import { UNRANKED } from './composite.ts'
import type { List } from './lists.ts'
import { type Merged, merge, type Prepared, type Ran, runOver } from './merge.ts'
import { type Positions, positions } from './positions.ts'

type Direction = NearestChange['direction']

/**
 * What would have changed a subject's band: for each source and direction the smallest change of its own value there
 * that gives another band, everything else as it was. A red subject is asked what was missing, a green one what it had
 * to spare, a yellow one both. Empty for a subject that is unranked, or that no single value could have moved.
 * `ran` is over that input.
 */
export function nearestChanges(
  input: RoundInput,
  code: string,
  { prepared, merged }: Ran = runOver(input),
): NearestChange[] {
  const subject = prepared.roster.numbers.get(code)
  if (subject === undefined || merged.keys[subject] === UNRANKED) return []
  const band = merged.bands[subject] ?? 'yellow'
  return prepared.sources.flatMap((source) => {
    const list = prepared.lists.find((other) => other.source.key === source.key)
    if (!list || source.twice[subject] === 0) return []
    return directions[band].flatMap((direction) => nearest(prepared, list, subject, band, direction) ?? [])
  })
}

const directions: Record<Band, readonly Direction[]> = {
  green: ['worse'],
  yellow: ['better', 'worse'],
  red: ['better'],
}

/**
 * A better value never costs a rank, so bands only change one way along the steps: the first step with another band is
 * found by halving, a dozen runs instead of hundreds.
 */
function nearest(
  prepared: Prepared,
  list: List,
  subject: number,
  band: Band,
  direction: Direction,
): NearestChange | undefined {
  const { key, kind } = list.source
  const ladder = ladderOf(prepared, list, subject, direction)
  let same = 0
  let changed = ladder.steps
  let found = changed > 0 ? runWith(prepared, list, subject, ladder.at(changed)) : undefined
  if (!found || found.bands[subject] === band) return undefined
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2)
    const run = runWith(prepared, list, subject, ladder.at(middle))
    if (run.bands[subject] === band) same = middle
    else {
      changed = middle
      found = run
    }
  }
  return {
    ...{ source: key, kind, direction, value: list.value[subject] as number, instead: ladder.at(changed) },
    band: found.bands[subject] ?? 'yellow',
    rank: found.rank[subject] as number,
  }
}

/** The values a subject could have had instead, step by step away from its own; `steps` is how many there are. */
type Ladder = { steps: number; at: (step: number) => number }

/**
 * Up to one step beyond the best (or worst) of those it is compared with, or beyond the guard's bounds where they lie
 * further: past that nothing moves any more. Never a rank nobody can give, a count below 0, or more than a full hundred.
 */
function ladderOf({ policy }: Prepared, list: List, subject: number, direction: Direction): Ladder {
  const { kind, key } = list.source
  const known = peers(list, subject)
  const decimals = kind === 'score' ? Math.max(...known.map(decimalsOf)) : 0
  const scale = 10 ** decimals
  const { greenAtLeast, redBelow } = policy.guards?.source === key ? policy.guards : {}
  const marks = [...known, ...[greenAtLeast, redBelow].filter((bound) => bound !== undefined)]
  const upwards = (kind === 'score') === (direction === 'better')
  const limit = upwards ? highest(list, subject, marks, 1 / scale) : lowest(list, marks, 1 / scale)
  const from = Math.round((list.value[subject] as number) * scale)
  const steps = upwards ? Math.floor(limit * scale) - from : from - Math.ceil(limit * scale)
  return { steps, at: (step) => (from + (upwards ? step : -step)) / scale }
}

function highest({ source, value, exposure }: List, subject: number, marks: number[], step: number): number {
  const most = Math.max(...marks)
  if (source.kind === 'score') return most <= 100 ? Math.min(100, most + step) : most + step
  if (source.kind === 'rank') return Math.max(most, marks.length)
  if (!exposure) return most + step
  // Counts over what was covered compare by their quotient.
  const shares = Array.from(value, (count, other) => count / (exposure[other] as number))
  const worst = Math.max(...shares.filter((share) => Number.isFinite(share)))
  return Math.floor(worst * (exposure[subject] as number)) + 1
}

function lowest({ source, exposure }: List, marks: number[], step: number): number {
  const least = Math.min(...marks)
  if (source.kind === 'rank') return Math.min(1, least)
  if (exposure) return Math.min(0, least)
  return least >= 0 ? Math.max(0, least - step) : least - step
}

/** The values reported for those a subject is compared with, its own among them. */
function peers({ value, group }: List, subject: number): number[] {
  return Array.from(value).filter(
    (one, other) => !Number.isNaN(one) && (group === undefined || group[other] === group[subject]),
  )
}

/** How many decimals a value is written with, at most three: finer than that nobody scores. */
function decimalsOf(value: number): number {
  return [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === value) ?? 3
}

/** The whole rule with one value replaced; only that source's positions are found anew. */
function runWith(prepared: Prepared, list: List, subject: number, value: number): Merged {
  const values = list.value.slice()
  values[subject] = value
  const other: List = { ...list, value: values }
  const moved = positions(other, prepared.policy.method)
  const replaced = (source: Positions) => (moved && source.key === moved.key ? moved : source)
  return merge({
    ...prepared,
    lists: prepared.lists.map((one) => (one === list ? other : one)),
    sources: prepared.sources.map(replaced),
  })
}
