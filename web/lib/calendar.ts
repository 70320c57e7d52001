import { useQuery } from '@tanstack/react-query'
import { calendarOf } from '../../worker/domain/calendar/calendar.ts'
import { answer, api } from './api.ts'
import { useCounty } from './session.ts'

export const calendarKey = (county: string) => [county, 'calendar'] as const

/** The county's calendar: the days out of the ordinary and who set them, and its office hours. */
export function useCalendar() {
  const { county } = useCounty()
  return useQuery({
    queryKey: calendarKey(county),
    staleTime: 5 * 60_000,
    queryFn: () => answer(api.counties[':county'].calendar.$get({ param: { county } })),
  })
}

/** The calendar as the rules take it, once it is read. */
export function useWorkingCalendar() {
  const { data } = useCalendar()
  return data && calendarOf(data.days, data.hours)
}
