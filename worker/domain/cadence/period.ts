import type { Cadence } from '../../../schema/api/boards.ts'

/** From `opensAt` (included) to `closesAt` (excluded), epoch milliseconds. */
export type Span = { opensAt: number; closesAt: number }

const minute = 60_000
const day = 24 * 60 * minute
/** Asia/Shanghai has kept UTC+8 all year since 1991. */
const shanghai = 8 * 60 * minute

/** The period of a cadence that contains an instant: from one closing to the next. */
export function periodAround(cadence: Cadence, at: number): Span {
  const wall = at + shanghai
  let turn = turnOf(cadence, wall) - 1
  while (closing(cadence, turn) <= wall) turn++
  return { opensAt: closing(cadence, turn - 1) - shanghai, closesAt: closing(cadence, turn) - shanghai }
}

/** Number of the day, week or month that an instant of the wall clock lies in. */
function turnOf(cadence: Cadence, wall: number): number {
  switch (cadence.every) {
    case 'day':
      return Math.floor(wall / day)
    case 'week':
      return Math.floor((Math.floor(wall / day) + firstOfJanuary1970) / 7)
    case 'month': {
      const date = new Date(wall)
      return date.getUTCFullYear() * 12 + date.getUTCMonth()
    }
  }
}

/** Days from Monday to the day the epoch began on, a Thursday. */
const firstOfJanuary1970 = 3
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** When that turn closes, on the wall clock. A month that lacks the day closes on its last one. */
function closing(cadence: Cadence, turn: number): number {
  const [hours = 0, minutes = 0] = cadence.closesAt.split(':').map(Number)
  const time = (hours * 60 + minutes) * minute
  switch (cadence.every) {
    case 'day':
      return turn * day + time
    case 'week':
      return (turn * 7 - firstOfJanuary1970 + days.indexOf(cadence.closesOn)) * day + time
    case 'month': {
      const year = Math.floor(turn / 12)
      const lastDay = new Date(Date.UTC(year, (turn % 12) + 1, 0)).getUTCDate()
      return Date.UTC(year, turn % 12, Math.min(cadence.closesOn, lastDay)) + time
    }
  }
}
