import type { DayKind, WorkingHours } from '../../../../schema/api/calendar.ts'
import { answer, api } from '../../../lib/api.ts'
import { calendarKey } from '../../../lib/calendar.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

const ofCounty = api.counties[':county'].calendar

/** Sets a day, leaves it to the nation again, and sets the hours. */
export function useChangeCalendar() {
  const { county } = useCounty()
  const renews = [calendarKey(county)]
  return {
    set: useChange({
      send: ({ day, ...json }: { day: string; kind: DayKind; name: string }) =>
        answer(ofCounty.days[':day'].$put({ param: { county, day }, json })),
      renews,
    }),
    clear: useChange({
      send: (day: string) => answer(ofCounty.days[':day'].$delete({ param: { county, day } })),
      renews,
    }),
    hours: useChange({
      send: (json: WorkingHours) => answer(ofCounty.hours.$put({ param: { county }, json })),
      renews,
    }),
  }
}
