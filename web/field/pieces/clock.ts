/** Hours and minutes by the clock in Shanghai: 09:05. */
export function clock(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
}
