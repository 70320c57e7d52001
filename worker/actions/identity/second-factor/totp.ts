import { timingSafeEqual } from 'node:crypto'
import { toBase32 } from './base32.ts'

const stepSeconds = 30
const digits = 6
/** A code of the step before or after is taken too: clocks of phones are off, and typing takes a while. */
const tolerance = 1

/** A new shared secret of 160 bits, the length of its hash (RFC 4226, section 4). */
export function newTotpSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(20))
}

/** What a QR code carries to the authenticator app. The form is that of the key URI which such apps read. */
export function otpauthUri(secret: Uint8Array, login: string): string {
  const issuer = encodeURIComponent('乡榜')
  return `otpauth://totp/${issuer}:${encodeURIComponent(login)}?secret=${toBase32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

/** The code of one step. Source: RFC 6238 over RFC 4226, HMAC-SHA-1; `length` is 8 in the RFC's own examples. */
export async function codeAt(
  secret: Uint8Array<ArrayBuffer>,
  step: number,
  length = digits,
): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const usage = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', secret, usage, false, ['sign'])
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const at = mac.getUint8(19) & 15
  const number = mac.getUint32(at) & 0x7fffffff
  return String(number % 10 ** length).padStart(length, '0')
}

/** The step an instant (epoch ms) lies in. */
export function stepAt(now: number): number {
  return Math.floor(now / 1000 / stepSeconds)
}

/**
 * The step whose code this is: now's, the one before or after it, and later than the latest used; undefined where it is
 * none of these. Every step is worked out, whichever fits.
 */
export async function matchingStep(
  secret: Uint8Array<ArrayBuffer>,
  code: string,
  now: number,
  lastStep: number,
): Promise<number | undefined> {
  const given = Buffer.from(code)
  let found: number | undefined
  for (let step = stepAt(now) - tolerance; step <= stepAt(now) + tolerance; step++) {
    const right = Buffer.from(await codeAt(secret, step))
    const fits = given.length === right.length && timingSafeEqual(given, right)
    if (fits && step > lastStep) found ??= step
  }
  return found
}
