/** A part of a whole, 0 to 1; of nothing, nothing. */
export function partOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
