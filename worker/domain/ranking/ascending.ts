const DIGIT_BITS = 11
const BUCKETS = 1 << DIGIT_BITS
const DIGITS = 6

/** Below so many members a radix sort takes longer to set up its buckets than a merge sort to be done. */
const FEW = 1024

/**
 * The given members (indices into `values`) by ascending value; equal values keep their order. `values` holds no NaN
 * there.
 */
export function ascending(values: Float64Array, members: Int32Array): Int32Array {
  return members.length < FEW ? byMerging(values, members) : byRadix(values, members)
}

/** Runs of twice the length with each pass; of equal values the left one goes first. */
export function byMerging(values: Float64Array, members: Int32Array): Int32Array {
  const size = members.length
  let from = members.slice()
  let to = new Int32Array(size)
  for (let run = 1; run < size; run *= 2) {
    for (let start = 0; start < size; start += 2 * run) {
      const middle = Math.min(start + run, size)
      const end = Math.min(start + 2 * run, size)
      let left = start
      let right = middle
      for (let at = start; at < end; at++) {
        const takesLeft =
          left < middle &&
          (right >= end ||
            (values[from[left] as number] as number) <= (values[from[right] as number] as number))
        to[at] = from[takesLeft ? left++ : right++] as number
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** Linear over the bits of the doubles; a digit that is the same everywhere costs nothing. */
export function byRadix(values: Float64Array, members: Int32Array): Int32Array {
  const size = members.length
  const high = new Uint32Array(size)
  const low = new Uint32Array(size)
  sortableBits(values, members, high, low)
  const counts = digitCounts(high, low)
  let from = new Int32Array(size)
  for (let at = 0; at < size; at++) from[at] = at
  let to = new Int32Array(size)
  for (let digit = 0; digit < DIGITS; digit++) {
    const starts = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS)
    if (size === 0 || starts[digitOf(high[0] as number, low[0] as number, digit)] === size) continue
    startPlaces(starts)
    for (let at = 0; at < size; at++) {
      const index = from[at] as number
      const bucket = digitOf(high[index] as number, low[index] as number, digit)
      const place = starts[bucket] as number
      starts[bucket] = place + 1
      to[place] = index
    }
    ;[from, to] = [to, from]
  }
  for (let at = 0; at < size; at++) to[at] = members[from[at] as number] as number
  return to
}

/** Doubles as 64 bits that order like the numbers themselves; −0 counts as 0. */
function sortableBits(values: Float64Array, members: Int32Array, high: Uint32Array, low: Uint32Array) {
  const double = new Float64Array(1)
  const words = new Uint32Array(double.buffer)
  for (let at = 0; at < members.length; at++) {
    double[0] = (values[members[at] as number] as number) + 0
    const top = words[1] as number
    const negative = top >>> 31 === 1
    high[at] = negative ? ~top : top | 0x80000000
    low[at] = negative ? ~(words[0] as number) : (words[0] as number)
  }
}

/** The digits from the lowest: 0–10, 11–21, 22–31 of the low word (the last with 10 bits), then the high word. */
function digitOf(high: number, low: number, digit: number): number {
  return digit < 3
    ? (low >>> (digit * DIGIT_BITS)) & (BUCKETS - 1)
    : (high >>> ((digit - 3) * DIGIT_BITS)) & (BUCKETS - 1)
}

function digitCounts(high: Uint32Array, low: Uint32Array): Int32Array {
  const counts = new Int32Array(DIGITS * BUCKETS)
  for (let at = 0; at < high.length; at++) {
    for (let digit = 0; digit < DIGITS; digit++) {
      const bucket = digit * BUCKETS + digitOf(high[at] as number, low[at] as number, digit)
      counts[bucket] = (counts[bucket] as number) + 1
    }
  }
  return counts
}

/** Counts per bucket become the place where each bucket starts. */
export function startPlaces(counts: Int32Array) {
  let start = 0
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket] as number
    counts[bucket] = start
    start += count
  }
}
