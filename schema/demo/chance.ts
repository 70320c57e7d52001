/** Repeatable chance: the same seed gives the same numbers for ever (mulberry32). */
export type Chance = { uniform: () => number; normal: () => number }

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  // Twelve uniforms less six: near enough to a normal, and the same on every engine.
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6)
  return { uniform, normal }
}
