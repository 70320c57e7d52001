/** Repeatable chance: the same seed gives the same numbers for ever, in every engine. */
export type Chance = {
  /** A whole number from 0 below `limit`. */
  below: (limit: number) => number
  /** The same things in another order. */
  shuffled: <Thing>(things: readonly Thing[]) => Thing[]
}

/** sfc32, its state filled from the text of the seed by FNV-1a; 32-bit whole numbers throughout. */
export function chanceFrom(seed: string): Chance {
  const state = Uint32Array.from([0, 1, 2, 3], (n) => hash(`${n}:${seed}`))
  let counter = 1
  const next = (): number => {
    const [a = 0, b = 0, c = 0] = state
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) >>> 0
    state[2] = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let warm = 0; warm < 16; warm++) next()
  // What would make the last whole turn of the dial uneven is thrown again.
  const below = (limit: number): number => {
    const fair = 2 ** 32 - (2 ** 32 % limit)
    let thrown = next()
    while (thrown >= fair) thrown = next()
    return thrown % limit
  }
  const shuffled = <Thing>(things: readonly Thing[]): Thing[] => {
    const order = [...things]
    for (let last = order.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const [a, b] = [order[last], order[other]]
      if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a]
    }
    return order
  }
  return { below, shuffled }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
