import { describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from '../../../worker/actions/identity/second-factor/base32.ts'
import {
  hashRecoveryCode,
  newRecoveryCodes,
} from '../../../worker/actions/identity/second-factor/recovery-codes.ts'
import { seal, unseal } from '../../../worker/actions/identity/second-factor/sealed-secret.ts'
import {
  codeAt,
  matchingStep,
  newTotpSecret,
  otpauthUri,
  stepAt,
} from '../../../worker/actions/identity/second-factor/totp.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
/** The secret of the examples in RFC 4226 and RFC 6238. */
const secret = bytes('12345678901234567890')

describe('a code of an authenticator app', () => {
  // RFC 6238, appendix B, SHA-1: time in seconds, and eight digits.
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %d seconds is that of RFC 6238', async (seconds, code) => {
    expect(await codeAt(secret, stepAt(seconds * 1000), 8)).toBe(code)
  })

  // RFC 4226, appendix D: counter and six digits.
  test('counts as in RFC 4226', async () => {
    const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871']
    expect(await Promise.all(codes.map((_, step) => codeAt(secret, step)))).toEqual(codes)
  })

  test('is taken one step early or late, never twice, and never after a later one', async () => {
    const now = 1_800_000_000_000
    const step = stepAt(now)
    const at = async (off: number, last: number) =>
      matchingStep(secret, await codeAt(secret, step + off), now, last)
    expect(await at(0, 0)).toBe(step)
    expect(await at(-1, 0)).toBe(step - 1)
    expect(await at(1, 0)).toBe(step + 1)
    expect(await at(-2, 0)).toBeUndefined()
    expect(await at(2, 0)).toBeUndefined()
    expect(await at(0, step)).toBeUndefined()
    expect(await at(-1, step)).toBeUndefined()
    expect(await at(1, step)).toBe(step + 1)
    expect(await matchingStep(secret, '12345', now, 0)).toBeUndefined()
  })
})

test('Base32 is that of RFC 4648, and reads what people type', () => {
  const known = {
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  }
  for (const [plain, coded] of Object.entries(known)) {
    expect(toBase32(bytes(plain))).toBe(coded)
    expect(Buffer.from(fromBase32(coded)).toString()).toBe(plain)
  }
  expect(fromBase32('mzxw 6ytb-oi======')).toEqual(bytes('foobar'))
})

test('the address in the QR code says whose secret it is', () => {
  const uri = new URL(otpauthUri(secret, 'wang+1@county'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toMatch(/乡榜:wang\+1@county$/)
  expect(uri.searchParams.get('secret')).toBe(toBase32(secret))
  expect(newTotpSecret()).toHaveLength(20)
})

test('a stored secret opens for its account and under its key alone', async () => {
  const sealed = await seal('k'.repeat(32), 'account-1', secret)
  expect(sealed).not.toContain(Buffer.from(secret).toString('base64url'))
  expect(await unseal('k'.repeat(32), 'account-1', sealed)).toEqual(secret)
  expect(await unseal('k'.repeat(32), 'account-2', sealed)).toBeUndefined()
  expect(await unseal('K'.repeat(32), 'account-1', sealed)).toBeUndefined()
  expect(await unseal('k'.repeat(32), 'account-1', 'nonsense')).toBeUndefined()
  expect(await seal('k'.repeat(32), 'account-1', secret)).not.toBe(sealed)
})

test('recovery codes are ten, all different, and are read as they are copied from paper', async () => {
  const { codes, salt, hashes } = await newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(new Set(hashes).size).toBe(10)
  const [code = ''] = codes
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(await hashRecoveryCode(typed, salt)).toBe(hashes[0])
  expect(await hashRecoveryCode(code, `${salt}A`)).not.toBe(hashes[0])
})
