const shanghai = 8 * 3_600_000
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An instant (ISO 8601, UTC) as a day in Asia/Shanghai: 2026年3月6日. */
export function chineseDate(instant: string): string {
  const day = shanghaiDay(instant)
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** The same day in English: 6 March 2026. */
export function englishDate(instant: string): string {
  const day = shanghaiDay(instant)
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** The same day for `<time dateTime>`: 2026-03-06. */
export function machineDate(instant: string): string {
  return shanghaiDay(instant).toISOString().slice(0, 10)
}

/** China has had one zone without summer time since 1991: UTC + 8. */
function shanghaiDay(instant: string): Date {
  return new Date(Date.parse(instant) + shanghai)
}
