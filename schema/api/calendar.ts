import { z } from 'zod'
import { Day, Name } from './common.ts'

/** A day off, or a day of work where the week or the national calendar says otherwise (调休). */
export const DayKind = z.enum(['holiday', 'workday'])
export type DayKind = z.infer<typeof DayKind>

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Office hours of a working day in Asia/Shanghai; `pause` counts as no work. */
export const WorkingHours = z
  .strictObject({
    from: clock,
    to: clock,
    pause: z.strictObject({ from: clock, to: clock }).nullable(),
  })
  .refine(
    ({ from, to, pause }) =>
      from < to && (pause === null || (from <= pause.from && pause.from < pause.to && pause.to <= to)),
    { path: ['to'] },
  )
export type WorkingHours = z.infer<typeof WorkingHours>

export const CalendarDay = z.object({
  day: Day,
  kind: DayKind,
  name: z.string(),
  /** Whether the State Council set it or the county did, which goes before. */
  setBy: z.enum(['nation', 'county']),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const CountyCalendar = z.object({
  hours: WorkingHours,
  days: z.array(CalendarDay),
  /** The years whose national arrangement is known, and where it was published. */
  national: z.array(z.object({ year: z.int(), title: z.string(), publishedOn: Day })),
})
export type CountyCalendar = z.infer<typeof CountyCalendar>

export const DayChange = z.strictObject({ kind: DayKind, name: Name })
export type DayChange = z.infer<typeof DayChange>
