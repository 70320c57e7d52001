import { ascending } from './ascending.ts'
import { UNRANKED } from './composite.ts'
import { type Positions, positionKey } from './positions.ts'

/** Ranked subjects best first; by subject number the rank and the reverse rank, 0 for the unranked. */
export interface Order {
  order: Int32Array
  rank: Int32Array
  /** 1 + how many ranked subjects are strictly worse */
  reverse: Int32Array
}

/** Ascending key; equal keys go through the tie-breakers, what is still equal shares a rank (1, 2, 2, 4). */
export function rankByKey(keys: Float64Array, tieBreakers: readonly Positions[]): Order {
  const order = ascending(keys, rankedOf(keys))
  const rank = new Int32Array(keys.length)
  const reverse = new Int32Array(keys.length)
  const share = (start: number, end: number) => {
    for (let at = start; at < end; at++) {
      const subject = order[at] as number
      rank[subject] = start + 1
      reverse[subject] = order.length - end + 1
    }
  }
  const keyOf = (subject: number) => keys[subject] as number
  eachRun(order, 0, order.length, keyOf, (start, end) => {
    breakTie(order, start, end, tieBreakers, 0, share)
  })
  return { order, rank, reverse }
}

function rankedOf(keys: Float64Array): Int32Array {
  const ranked = new Int32Array(keys.length)
  let count = 0
  for (let subject = 0; subject < keys.length; subject++) {
    if (keys[subject] !== UNRANKED) ranked[count++] = subject
  }
  return ranked.subarray(0, count)
}

type Visit = (start: number, end: number) => void

/** A tie-breaker counts only where every member of the (sub)group has a value in it. */
function breakTie(
  order: Int32Array,
  start: number,
  end: number,
  tieBreakers: readonly Positions[],
  turn: number,
  share: Visit,
) {
  const source = tieBreakers[turn]
  if (end - start === 1 || !source) return share(start, end)
  const group = order.subarray(start, end)
  if (!group.every((subject) => source.twice[subject] !== 0)) {
    return breakTie(order, start, end, tieBreakers, turn + 1, share)
  }
  const keyOf = (subject: number) => positionKey(source, subject)
  group.sort((a, b) => keyOf(a) - keyOf(b))
  eachRun(order, start, end, keyOf, (from, to) => breakTie(order, from, to, tieBreakers, turn + 1, share))
}

function eachRun(
  order: Int32Array,
  start: number,
  end: number,
  keyOf: (subject: number) => number,
  visit: Visit,
) {
  for (let from = start; from < end; ) {
    const key = keyOf(order[from] as number)
    let to = from + 1
    while (to < end && keyOf(order[to] as number) === key) to++
    visit(from, to)
    from = to
  }
}
