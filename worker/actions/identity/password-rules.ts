import { coreOf, lettersOf, plainOf, shortestPassword } from '../../domain/access/passwords.ts'
import { commonPasswords } from '../../files/common-passwords.ts'
import { Problem } from '../../problems/problem.ts'

/**
 * Throws weak_password where a password is too short, one that many people have, or made of what anybody would try
 * first: `about` holds the login, the person's name and the county's. Any characters will do, and none are asked for.
 */
export function refuseWeak(password: string, about: readonly string[]): void {
  if (isWeak(password, about)) throw new Problem('weak_password')
}

export function isWeak(password: string, about: readonly string[]): boolean {
  const plain = plainOf(password)
  const { passwords, words } = commonPasswords()
  const letters = lettersOf(plain)
  return (
    plain.length < shortestPassword ||
    passwords.has(plain) ||
    passwords.has(letters) ||
    words.has(unitOf(coreOf(plain))) ||
    unitOf(plain).length < 4 ||
    isRun(plain) ||
    isNumberOfPerson(letters) ||
    isMadeOf(plain, [...about, 'xiangbang', '乡榜'])
  )
}

/** What a text repeats: `abc` of `abcabcabca`; the text itself where it repeats nothing. */
function unitOf(text: string): string {
  const length = Array.from(text).findIndex((_, at) => at > 0 && text.startsWith(text.slice(at)))
  return length < 0 ? text : text.slice(0, length)
}

/** Characters that follow one another, up, down or the same: `1122334455`, `abcdefghij`. A break or two are no secret. */
function isRun(plain: string): boolean {
  const codes = [...plain].map((character) => character.codePointAt(0) ?? 0)
  const breaks = codes.filter((code, at) => at > 0 && Math.abs(code - (codes[at - 1] ?? 0)) > 1)
  return breaks.length <= 2
}

/** A mobile phone's number or an identity card's, which others know. */
function isNumberOfPerson(letters: string): boolean {
  return /^(86)?1[3-9]\d{9}$/.test(letters) || /^[1-9]\d{16}[\dx]$/.test(letters)
}

/** Hardly anything is left of it without these words, or their parts: too little to be a secret. */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const parts = words
    .flatMap((word) => [plainOf(word), ...plainOf(word).split(/[^\p{L}\p{N}]+/u), plainOf(word).slice(0, 2)])
    .filter((part) => part.length >= (/^[\x20-\x7e]+$/.test(part) ? 3 : 2))
    .sort((a, b) => b.length - a.length)
  const left = parts.reduce((text, part) => text.replaceAll(part, ''), plain)
  return left !== plain && lettersOf(left).replace(/(19|20)\d\d/g, '').length < 6
}
