import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const N = 2 ** 15
const r = 8
const p = 3
const length = 32

/** Hashes a password with scrypt (OWASP: N=2^15, r=8, p=3); parameters and salt stand in the answer. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, N, r, p)
  return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/**
 * Whether a password matches a stored hash. Without a stored hash the same work is done and the answer is no, so
 * that an unknown login takes as long as a wrong password.
 */
export async function checkPassword(password: string, stored: string | undefined): Promise<boolean> {
  const parts = (stored ?? nobody).split('$')
  const [, n, rr, pp, salt, hash] = parts
  if (!n || !rr || !pp || !salt || !hash) return false
  const derived = await derive(password, Buffer.from(salt, 'base64url'), Number(n), Number(rr), Number(pp))
  const expected = Buffer.from(hash, 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected) && stored !== undefined
}

const nobody = `scrypt$${N}$${r}$${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function derive(password: string, salt: Buffer, n: number, rr: number, pp: number): Promise<Buffer> {
  // The default maxmem (32 MiB) is below 128·N·r and makes workerd throw.
  const options = { N: n, r: rr, p: pp, maxmem: 128 * n * rr * 2 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
