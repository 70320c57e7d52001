/** Crockford's base 32: no I, L, O and U, so that a code copied by hand is not misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataLetters = 26
const codeLetters = 28
/** The largest prime below 32², so that one wrong letter and two swapped ones always show. */
const checkPrime = 1021

/** A tracking code of 16 random bytes, in seven groups of four: 128 bits and two letters that tell a slip of the pen. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new Error(`a tracking code has 16 bytes, not ${bytes.length}`)
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return grouped(inLetters(value, dataLetters) + checkOf(value))
}

/**
 * What somebody typed, as the code is stored: without spaces and hyphens, in capitals, with the letters that look like
 * digits read as those, full-width ones as plain ones. `sound` is false where it cannot be a code: cut off, or miswritten.
 */
export function readCode(typed: string): { code: string; sound: boolean } {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.,]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .slice(0, 64)
  const known = plain.length === codeLetters && [...plain].every((letter) => letters.includes(letter))
  const sound = known && checkOf(numberOf(plain.slice(0, dataLetters))) === plain.slice(dataLetters)
  return { code: grouped(plain), sound }
}

function checkOf(value: bigint): string {
  return inLetters(value % BigInt(checkPrime), codeLetters - dataLetters)
}

function numberOf(text: string): bigint {
  return [...text].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
}

function inLetters(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, at = 0; at < length; at++, rest /= 32n)
    text = letters.charAt(Number(rest % 32n)) + text
  return text
}

function grouped(plain: string): string {
  return plain.match(/.{1,4}/g)?.join('-') ?? ''
}
