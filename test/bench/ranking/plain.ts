import type { List } from '../../../worker/domain/ranking/lists.ts'

/** One source as bare columns; NaN stands for no value. */
export interface Column {
  value: Float64Array
  group: Int32Array
  weight: number
}

/** The columns of a round's lists, counts already divided by what they cover: lower is better throughout. */
export function columns(lists: readonly List[]): Column[] {
  return lists.map(({ source, value, exposure, group }) => ({
    value: value.map((raw, at) => (source.kind === 'score' ? -raw : raw / (exposure?.[at] ?? 1))),
    group: group ?? new Int32Array(value.length),
    weight: source.weight,
  }))
}

/**
 * The yardstick: the same merge as anyone would first write it over typed arrays, in floats throughout. No ties
 * beyond midranks, no missing sources, no bands, no exactness. Returns each subject's rank.
 */
export function plainRanks(sources: readonly Column[]): Int32Array {
  const size = sources[0]?.value.length ?? 0
  const sum = new Float64Array(size)
  let weights = 0
  for (const { value, group, weight } of sources) {
    const order = new Int32Array(size).map((_, at) => at)
    order.sort((a, b) => at(group, a) - at(group, b) || at(value, a) - at(value, b))
    weights += weight
    for (let start = 0; start < size; ) {
      const own = group[at(order, start)]
      let stop = start
      while (stop < size && group[at(order, stop)] === own) stop++
      for (let first = start; first < stop; ) {
        let end = first + 1
        while (end < stop && value[at(order, end)] === value[at(order, first)]) end++
        const position = ((first + end + 1) / 2 - start - 0.5) / (stop - start)
        for (; first < end; first++) sum[at(order, first)] = at(sum, at(order, first)) + weight * position
      }
      start = stop
    }
  }
  const composite = sum.map((total) => total / weights)
  const order = new Int32Array(size).map((_, at) => at).sort((a, b) => at(composite, a) - at(composite, b))
  const rank = new Int32Array(size)
  order.forEach((subject, place) => {
    const last = order[place - 1]
    const tied = last !== undefined && composite[last] === composite[subject]
    rank[subject] = tied ? at(rank, last) : place + 1
  })
  return rank
}

const at = (array: Int32Array | Float64Array, index: number) => array[index] as number
