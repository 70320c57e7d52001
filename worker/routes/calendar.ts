import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { CountyCalendar, DayChange, WorkingHours } from '../../schema/api/calendar.ts'
import { Day } from '../../schema/api/common.ts'
import { clearDay, setDay, setHours, showCalendar } from '../actions/calendar/change-calendar.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ day: Day })

const show = createRoute({
  method: 'get',
  path: '/calendar',
  ...may('calendar.read'),
  responses: { 200: json(CountyCalendar, 'Holidays, swapped working days and office hours'), ...problem },
})

const set = createRoute({
  method: 'put',
  path: '/calendar/days/{day}',
  ...may('calendar.write'),
  request: { params, body: body(DayChange) },
  responses: { 200: json(CountyCalendar, 'The calendar with that day'), ...problem },
})

const clear = createRoute({
  method: 'delete',
  path: '/calendar/days/{day}',
  ...may('calendar.write'),
  request: { params },
  responses: { 200: json(CountyCalendar, 'The calendar, that day as the nation arranged it'), ...problem },
})

const hours = createRoute({
  method: 'put',
  path: '/calendar/hours',
  ...may('calendar.write'),
  request: { body: body(WorkingHours) },
  responses: { 200: json(CountyCalendar, 'The calendar with those hours'), ...problem },
})

export const calendarRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(show, async (c) => c.json(await showCalendar(c.var.db), 200))
  .openapi(set, async (c) =>
    c.json(await setDay(countyContext(c), c.req.valid('param').day, c.req.valid('json')), 200),
  )
  .openapi(clear, async (c) => c.json(await clearDay(countyContext(c), c.req.valid('param').day), 200))
  .openapi(hours, async (c) => c.json(await setHours(countyContext(c), c.req.valid('json')), 200))
