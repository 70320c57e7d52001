import type { NewPatrol } from '../../../schema/api/field.ts'

export type PatrolFault = { path: string; fault: 'unknown' | 'twice' | 'ends_before_start' | 'in_future' }

/** Clocks of devices differ a little. */
const tolerance = 5 * 60_000

/** Everything for which a patrol is refused: its times, and points that are not the grid's or stand twice. */
export function patrolFaults(
  { startedAt, endedAt, points }: NewPatrol,
  known: ReadonlySet<string>,
  latest: Date,
): PatrolFault[] {
  const [start, end, most] = [Date.parse(startedAt), Date.parse(endedAt), latest.getTime() + tolerance]
  const seen = new Set<string>()
  const wrong = points.flatMap(({ point }, at): PatrolFault[] => {
    const path = `points.${at}.point`
    if (!known.has(point)) return [{ path, fault: 'unknown' }]
    if (seen.has(point)) return [{ path, fault: 'twice' }]
    seen.add(point)
    return []
  })
  return [
    ...(end < start ? [{ path: 'endedAt', fault: 'ends_before_start' as const }] : []),
    ...(end > most ? [{ path: 'endedAt', fault: 'in_future' as const }] : []),
    ...wrong,
  ]
}
