import { newId } from '../../data/new-id.ts'
import { codeOf } from '../../domain/complaints/tracking-code.ts'

/** A form handed out to a browser: `nonce` names it, so that the same form sent twice is one complaint. */
export type Form = { nonce: string; issuedAt: number; device: string }

/** How long a form may lie open before it must be fetched anew (ms). */
const keptFor = 7 * 86_400_000
const separator = '.'

/** A browser's own mark: random, and signed so that nobody can make them up by the thousand. */
export async function newDevice(secret: string): Promise<string> {
  const id = newId().replaceAll('-', '')
  return `${id}${separator}${await sign(secret, 'device', id)}`
}

/** The mark in a cookie, or undefined where it is not one of ours. */
export async function readDevice(secret: string, cookie: string | undefined): Promise<string | undefined> {
  const [id = '', mac = ''] = (cookie ?? '').split(separator)
  return id !== '' && (await sign(secret, 'device', id)) === mac ? id : undefined
}

/** The hidden token of one form: signed for one county and one browser, so that no other page can send it. */
export async function newForm(secret: string, county: string, device: string, now: number): Promise<string> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
  return [device, nonce, now, await sign(secret, 'form', county, device, nonce, String(now))].join(separator)
}

/** The form a token stands for; undefined where it is forged, another county's, or too old. */
export async function readFormToken(
  secret: string,
  county: string,
  token: string,
  now: number,
): Promise<Form | undefined> {
  const [device = '', nonce = '', at = '', mac = ''] = token.split(separator)
  const issuedAt = Number(at)
  const own = (await sign(secret, 'form', county, device, nonce, at)) === mac
  return own && issuedAt <= now && now - issuedAt < keptFor ? { nonce, issuedAt, device } : undefined
}

/**
 * The tracking code of what a form sends: 128 bits that follow from the form's own 128 random bits and the service's
 * secret, so that a double tap is told the same code, and nobody who reads the database can work one out.
 */
export async function codeOfForm(secret: string, county: string, { nonce }: Form): Promise<string> {
  return codeOf((await mac(secret, 'code', county, nonce)).subarray(0, 16))
}

/** Something that tells a person apart, as it is counted: nobody can tell who it was, nor that it was the same yesterday. */
export async function countKey(secret: string, county: string, ...parts: readonly string[]): Promise<string> {
  return sign(secret, 'count', county, ...parts)
}

async function sign(secret: string, ...parts: readonly string[]): Promise<string> {
  return Buffer.from((await mac(secret, ...parts)).subarray(0, 24)).toString('base64url')
}

async function mac(secret: string, ...parts: readonly string[]): Promise<Uint8Array> {
  const bytes = new TextEncoder()
  const usage = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(`complaints ${secret}`), usage, false, [
    'sign',
  ])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(JSON.stringify(parts))))
}
