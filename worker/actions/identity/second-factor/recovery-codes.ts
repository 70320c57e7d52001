import { randomBytes, scrypt } from 'node:crypto'

const howMany = 10
const length = 10
/** Crockford's Base32: nothing that is misread for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Lighter than a password's: a code has 50 random bits, and ten are hashed at once. */
const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 25 }

/** Ten codes to show once (`ABCDE-FGHJK`), with the hashes to store and their common salt. */
export async function newRecoveryCodes() {
  const codes = Array.from({ length: howMany }, newCode)
  const salt = randomBytes(16).toString('base64url')
  return { codes, salt, hashes: await Promise.all(codes.map((code) => hashRecoveryCode(code, salt))) }
}

/** The hash of a code as somebody types it: small letters, spaces and dashes or none, `o` for 0 and `i`, `l` for 1. */
export function hashRecoveryCode(code: string, salt: string): Promise<string> {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return new Promise((resolve, reject) => {
    scrypt(plain, Buffer.from(salt, 'base64url'), 32, cost, (error, hash) =>
      error ? reject(error) : resolve(hash.toString('base64url')),
    )
  })
}

function newCode(): string {
  // 256 is a multiple of 32: every letter is as likely.
  const code = [...randomBytes(length)].map((byte) => letters[byte % 32]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
