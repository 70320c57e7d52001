import type { ActivityKind, OutreachSums } from '../../../schema/api/outreach.ts'

/** What kind of thing is counted of each activity: how often it was held, or how much was given out. */
export const measureOf: Record<ActivityKind, 'times' | 'items'> = {
  booth: 'times',
  brochure: 'items',
  household_meeting: 'times',
  home_visit: 'times',
  broadcast: 'times',
  vehicle_round: 'times',
  banner: 'items',
  message: 'items',
  volunteer_cleanup: 'times',
  door_to_door: 'times',
}

/** Sums of one kind in one township and week, as the log is added up. */
export type SumRow = OutreachSums & { township: string | null; monday: string }

/** Adds rows up by kind, in the order in which the kinds are listed; a kind without entries is left out. */
export function sumsByKind(rows: readonly OutreachSums[]): OutreachSums[] {
  const kinds = Object.keys(measureOf) as ActivityKind[]
  return kinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return own.length === 0 ? [] : [own.reduce(add, nothingOf(kind))]
  })
}

/** The same for each township, ascending; work of the county itself (null) stands first. */
export function sumsByTownship(rows: readonly SumRow[]): { township: string | null; sums: OutreachSums[] }[] {
  const townships = [...new Set(rows.map(({ township }) => township))]
  return townships
    .sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map((township) => ({ township, sums: sumsByKind(rows.filter((row) => row.township === township)) }))
}

/** The same for each week, by its Monday, ascending. */
export function sumsByWeek(rows: readonly SumRow[]): { monday: string; sums: OutreachSums[] }[] {
  const weeks = [...new Set(rows.map(({ monday }) => monday))].sort()
  return weeks.map((monday) => ({ monday, sums: sumsByKind(rows.filter((row) => row.monday === monday)) }))
}

function nothingOf(kind: ActivityKind): OutreachSums {
  return { kind, entries: 0, times: 0, items: 0, people: 0, volunteers: 0, hours: 0 }
}

function add(a: OutreachSums, b: OutreachSums): OutreachSums {
  return {
    kind: a.kind,
    entries: a.entries + b.entries,
    times: a.times + b.times,
    items: a.items + b.items,
    people: a.people + b.people,
    volunteers: a.volunteers + b.volunteers,
    // Half hours are given; sums of floats would drift.
    hours: Math.round((a.hours + b.hours) * 100) / 100,
  }
}
