export const shortestPassword = 10

/** A password as it is compared: one form for characters that look alike, small letters. */
export function plainOf(password: string): string {
  return password.normalize('NFKC').toLowerCase()
}

/** The word within: without marks, and without digits before and after. */
export function coreOf(plain: string): string {
  return lettersOf(plain).replace(/^\d+|\d+$/g, '')
}

/** Letters and digits of any script. */
export function lettersOf(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]/gu, '')
}
