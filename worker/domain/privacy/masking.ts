import { surnameLength } from './surnames.ts'

/*
 * Every rule by which something personal is shown in part, and no other place. Each keeps what is said beside it,
 * replaces the rest by stars, never makes its text longer (but for households, which all get two stars) and gives the
 * same when applied again.
 */

const star = '*'

/** 张*, 张**, 欧阳*, 阿**, J**: the surname of a Chinese name, else the first letter; at most two stars, so that length says little. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  const kept = /^\p{Script=Han}/u.test(name.trim()) && !/[·•‧]/u.test(name) ? surnameLength(letters) : 1
  if (letters.length <= 1) return letters.length === 0 ? '' : star
  return letters.slice(0, kept).join('') + star.repeat(Math.min(2, letters.length - kept))
}

/** A household's name is a person's: whatever its length, the public reads the surname and two stars, 张**. */
export function maskHousehold(name: string): string {
  const [first] = maskName(name).split(star)
  return `${first ?? ''}${star.repeat(2)}`
}

/** 138****5678: the first three and last four digits of a mobile number; of another the last four alone. */
export function maskPhone(phone: string): string {
  const digits = countOf(phone, /[\d*]/g)
  return maskMiddle(phone, digits === 11 && phone.trim().startsWith('1') ? 3 : 0, digits <= 4 ? 0 : 4)
}

/** 6***************1X: the first and the last two of an identity card; nothing that says where or when one was born. */
export function maskIdCard(number: string): string {
  return maskMiddle(number, 1, 2)
}

/** The last four digits of a bank card. */
export function maskBankCard(number: string): string {
  return maskMiddle(number, 0, 4)
}

/** 甘D****: where a vehicle is registered, not which it is. */
export function maskPlate(plate: string): string {
  const letters = [...plate]
  return letters.map((letter, at) => (at < 2 || !/[\p{L}\p{N}]/u.test(letter) ? letter : star)).join('')
}

/** **号楼*单元***室: the words of an address, without its numbers. */
export function maskHouseNumber(address: string): string {
  return address.replace(/[0-9０-９〇零一二三四五六七八九十百]/gu, star)
}

/** Keeps some digits (and a last X) at either end; what stands between them, such as spaces, stays where it is. */
function maskMiddle(text: string, first: number, last: number): string {
  const total = countOf(text, /[\dXx*]/g)
  let at = 0
  return text.replace(/[\dXx*]/g, (digit) => {
    at += 1
    return at <= first || at > total - last ? digit : star
  })
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
