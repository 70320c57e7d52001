import type { Activity, ActivityKind, NewActivity } from '../../../schema/api/outreach.ts'
import { measureOf } from '../../../worker/domain/outreach/sums.ts'

/** An entry as it is being typed; numbers are null while nothing stands there. */
export type EntryValues = {
  kind: ActivityKind
  area: string
  day: string
  amount: number | null
  people: number | null
  team: string
  volunteers: number | null
  hours: number | null
  note: string
  photos: string[]
}

export function startingWith(entry: Activity | undefined, area: string, today: string): EntryValues {
  if (!entry) {
    return {
      ...{ kind: 'booth', area, day: today, amount: null, people: null, team: '' },
      ...{ volunteers: null, hours: null, note: '', photos: [] },
    }
  }
  const { kind, people, team, volunteers, hours, note, day } = entry
  return {
    ...{ kind, area: entry.area, day, amount: entry[measureOf[kind]], people, team: team ?? '', volunteers },
    ...{ hours, note: note ?? '', photos: entry.photos.map(({ id }) => id) },
  }
}

/** What is sent: the amount counts what this kind is counted in; what was left empty is left to the service. */
export function asSent(values: EntryValues): NewActivity {
  const { kind, area, day, amount, people, team, volunteers, hours, note, photos } = values
  return {
    ...{ kind, area, day, note: note.trim() || null, team: team || null, photos },
    ...(amount === null ? {} : { [measureOf[kind]]: amount }),
    ...(people === null ? {} : { people }),
    ...(volunteers === null ? {} : { volunteers }),
    ...(hours === null ? {} : { hours }),
  }
}
