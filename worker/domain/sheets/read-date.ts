import { type Cell, compact } from './cell.ts'
import { isoFromSerial } from './serial-date.ts'

const WRITTEN = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?:T.*)?$/u
const FIRST_SERIAL = 18_264 // 1950-01-01; smaller numbers are not meant as days
const LAST_SERIAL = 73_050 // 2099-12-31

/** `missing` for an empty cell, null for what is no day of the calendar, else `YYYY-MM-DD`. */
export function readDate(cell: Cell | Date | undefined): string | 'missing' | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  const text = compact(cell)
  if (text === '' || text === '/' || text === '-') return 'missing'
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : null
  if (serial !== null) {
    return serial < FIRST_SERIAL || serial > LAST_SERIAL ? null : (isoFromSerial(Math.floor(serial)) ?? null)
  }
  const [, year, month, day] = WRITTEN.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? []
  return year && month && day ? calendarDay(Number(year), Number(month), Number(day)) : null
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : null
}
