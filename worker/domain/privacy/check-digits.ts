/** Whether 18 characters are an identity card number: a day that exists, and the check digit (GB 11643-1999). */
export function isIdCard(text: string): boolean {
  const match = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(8, 10) !== day) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

/** Whether 16–19 digits (spaces and hyphens aside) are a payment card's: ISO/IEC 7812, the Luhn check digit. */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/[ -]/g, '')
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
