import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { newDevice, readDevice } from '../actions/complaints/form-token.ts'
import type { AppEnv } from './app-env.ts'
import { siteOrigin } from './visitor.ts'

const name = 'letter-device'
/** As long as browsers keep a cookie at all. */
const longest = 400 * 86_400

/** The browser's mark: a random number that says nothing of its owner. Undefined where it has none, or a forged one. */
export function knownDevice(c: Context<AppEnv>): Promise<string | undefined> {
  return readDevice(c.env.SESSION_SECRET, getCookie(c, name))
}

/** The browser's mark, given to it now where it has none. Scripts cannot read it. */
export async function deviceOf(c: Context<AppEnv>): Promise<string> {
  const known = await knownDevice(c)
  if (known !== undefined) return known
  const cookie = await newDevice(c.env.SESSION_SECRET)
  const secure = siteOrigin(c).startsWith('https:')
  setCookie(c, name, cookie, { path: '/c', httpOnly: true, sameSite: 'Lax', secure, maxAge: longest })
  return cookie.split('.')[0] ?? ''
}

/**
 * Whether a form was sent from this site's own pages, as far as the browser says: by `Origin`, else by `Referer`; old
 * browsers say neither, and then the form's signed token has to do.
 */
export function sentFromHere(c: Context<AppEnv>): boolean {
  const said = c.req.header('origin') ?? c.req.header('referer')
  if (said === undefined) return true
  return URL.canParse(said) && new URL(said).origin === siteOrigin(c)
}
