const DAY = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30) // serial 60 is the 29 February 1900 that never was; later days fit this epoch
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = 2_958_465 // 9999-12-31

/**
 * A spreadsheet's day number as ISO text, with hours and minutes where it has a fraction: 46085 → `2026-03-04`.
 * Null where it is no day a calendar has.
 */
export function isoFromSerial(serial: number, from1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_DAY) return null
  const minutes = Math.round((serial % 1) * 1440)
  const day = Math.floor(serial) * DAY + minutes * 60_000
  const iso = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + day).toISOString()
  return minutes === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}
