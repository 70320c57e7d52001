const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一 … 九千九百九十九 as a number; null for anything else. 十二 is 12, 两 and 廿 are understood, 一百〇五 is 105. */
export function chineseNumeral(text: string): number | null {
  const letters = text.replaceAll('两', '二').replaceAll('廿', '二十').replaceAll('〇', '零')
  if (!/^[零一二三四五六七八九十百千]+$/u.test(letters)) return null
  let total = 0
  let digit: number | null = null
  let lastUnit = 10_000
  for (const letter of letters) {
    const unit = UNITS[letter]
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS.indexOf(letter)
    } else {
      if (unit >= lastUnit || (digit === null && unit !== 10)) return null
      total += (digit || 1) * unit
      lastUnit = unit
      digit = null
    }
  }
  return total + (digit ?? 0)
}
