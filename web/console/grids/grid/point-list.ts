import type { GridPoint, GridPoints } from '../../../../schema/api/field.ts'

/** A point as it is being edited. */
export type Point = GridPoints['points'][number]

/** The names of a pasted column: one a line, the first cell of each, blank lines and repetitions left out. */
export function namesIn(pasted: string): string[] {
  const names = pasted
    .split(/\r?\n/)
    .map((line) => (line.split('\t')[0] ?? '').trim().slice(0, 100))
    .filter((name) => name !== '')
  return [...new Set(names)]
}

/** The points with one moved up (-1) or down (1); at an end it stays. */
export function moved<One>(points: readonly One[], at: number, by: -1 | 1): One[] {
  const [one, other] = [points[at], points[at + by]]
  if (one === undefined || other === undefined) return [...points]
  return points.map((point, place) => (place === at ? other : place === at + by ? one : point))
}

export function pointsOf(points: readonly GridPoint[]): Point[] {
  return points.map(({ id, name, place }) => ({ id, name, place }))
}

export function isSame(before: readonly GridPoint[], now: readonly Point[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ id, name }, at) => now[at]?.id === id && now[at]?.name === name)
  )
}
