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

/** Too short, common, or made of the login. No composition rules. */
export function isWeak(password: string, login: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain.length < 10 || new Set(plain).size < 4) return true
  if (plain.includes(login.toLowerCase()) && plain.length - login.length < 6) return true
  const letters = plain.replace(/[^a-z0-9]/g, '')
  return common.some((word) => letters === word || letters.replace(/\d+$/, '') === word)
}

const common = [
  ...[
    '1234567890',
    '12345678910',
    '0123456789',
    '9876543210',
    '0987654321',
    '11111111111',
    '1q2w3e4r5t',
    '1qaz2wsx3edc',
  ],
  ...[
    'password',
    'passw0rd',
    'password123',
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'zxcvbnm',
    'iloveyou',
    'woaini',
    'woaini1314',
  ],
  ...[
    'administrator',
    'admin',
    'adminadmin',
    'welcome',
    'letmein',
    'changeme',
    'xiangbang',
    'test',
    'testtest',
    'abc',
    'abcd',
    'a',
  ],
  ...[
    '5201314520',
    '13145201314',
    '147258369',
    '1472583690',
    'qazwsxedc',
    'q1w2e3r4t5',
    '1234qwer',
    'qwer1234',
    'zaq12wsx',
  ],
]
