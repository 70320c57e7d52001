/*
 * Dates and numbers as official papers write them: Arabic digits without leading zeros, Chinese numerals before 、.
 */

/** 1–99 in Chinese numerals, as they stand before a 、; greater ones in digits. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九'
  if (n < 1 || n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`
  return `${ten}${ones === 0 ? '' : (digits[ones] ?? '')}`
}

/** 2026-03-06 as 2026年3月6日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Days from–to: 2026年3月6日, 2026年3月2日至8日, 2026年3月30日至4月5日. */
export function daysInWords({ from, to }: { from: string; to: string }): string {
  if (from === to) return dayInWords(from)
  const [year, month] = from.split('-').map(Number)
  const [lastYear, lastMonth, lastDate] = to.split('-').map(Number)
  if (lastYear !== year) return `${dayInWords(from)}至${dayInWords(to)}`
  return `${dayInWords(from)}至${lastMonth === month ? '' : `${lastMonth}月`}${lastDate}日`
}

/** An instant's day in Asia/Shanghai as 3月6日. */
export function shortDay(instant: string): string {
  const [, month, date] = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10).split('-')
  return `${Number(month)}月${Number(date)}日`
}
