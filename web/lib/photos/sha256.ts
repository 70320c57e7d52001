/** SHA-256 of bytes in lower-case hex; by hand where the browser keeps its own to HTTPS (a county's plain network). */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : digestByHand(new Uint8Array(bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const primes = firstPrimes(64)
const constants = primes.map((prime) => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

/** FIPS 180-4, 6.2. */
export function digestByHand(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = new Uint32Array(start)
  const words = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 64; i++) words[i] = i < 16 ? view.getUint32(at + i * 4) : expanded(words, i)
    mix(state, words)
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => {
    out.setUint32(i * 4, word)
  })
  return new Uint8Array(out.buffer)
}

function expanded(words: Uint32Array, i: number): number {
  const [a, b] = [words[i - 15] ?? 0, words[i - 2] ?? 0]
  const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
  const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
  return (words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (words[i] ?? 0)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + value
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) >>> 0
}

function firstPrimes(many: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < many; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
