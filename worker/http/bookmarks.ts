import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from './app-env.ts'
import { siteOrigin } from './visitor.ts'

/** `CONTROL`, or the number of a shard. */
export type DatabaseName = 'CONTROL' | number

/**
 * The D1 sessions of one request. Reads go to the nearest replica that has seen what this caller has seen, which the
 * caller carries as a bookmark for each database; whatever may write starts at the primary. So people read their own
 * writes, and everybody else the nearest copy.
 */
export class Bookmarks {
  readonly #carried: ReadonlyMap<string, string>
  readonly #atPrimary: boolean
  readonly #open = new Map<string, D1DatabaseSession>()

  /** `carried` as `text` gave it to the caller; anything else in it is passed over. */
  constructor(carried: string, atPrimary: boolean) {
    this.#carried = new Map(
      carried.split('|').flatMap((part): [string, string][] => {
        const [, name, bookmark] = known.exec(part) ?? []
        return name && bookmark ? [[name, bookmark]] : []
      }),
    )
    this.#atPrimary = atPrimary
  }

  /** The request's session on a database. */
  on(name: DatabaseName, d1: D1Database): D1DatabaseSession {
    const opened = this.#open.get(String(name))
    if (opened) return opened
    const nearest = this.#carried.get(String(name)) ?? 'first-unconstrained'
    return this.#keep(name, d1.withSession(this.#atPrimary ? 'first-primary' : nearest))
  }

  /** A session at the primary in place of the one before: what a replica does not have, it may not have yet. */
  atPrimary(name: DatabaseName, d1: D1Database): D1DatabaseSession {
    return this.#keep(name, d1.withSession('first-primary'))
  }

  /** Whether that database may have been read from a replica that lags behind. */
  mayLag(name: DatabaseName): boolean {
    return !this.#atPrimary && !this.#carried.has(String(name))
  }

  /** What the caller has seen now, to be carried into its next requests. */
  text(): string {
    const seen = new Map(this.#carried)
    for (const [name, session] of this.#open) {
      const bookmark = session.getBookmark()
      if (bookmark) seen.set(name, bookmark)
    }
    return [...seen].map(([name, bookmark]) => `${name}:${bookmark}`).join('|')
  }

  #keep(name: DatabaseName, session: D1DatabaseSession): D1DatabaseSession {
    this.#open.set(String(name), session)
    return session
  }
}

/** Four shards and CONTROL fit a cookie many times over. */
const known = /^(CONTROL|\d{1,3}):([0-9a-zA-Z-]{1,200})$/

const header = 'x-bookmark'
const cookie = 'xb-seen'
/** By then every replica has what was written. */
const seconds = 300

/** What the caller carries: a machine in a header, a browser in a cookie, so that pictures and pages carry it too. */
export function carriedBookmarks(c: Context): string {
  return c.req.header(header) ?? getCookie(c, cookie) ?? ''
}

/** Hands the bookmarks to the caller after a write. */
export function handBookmarks(c: Context<AppEnv>, text: string): void {
  if (text === '') return
  c.header(header, text)
  const secure = siteOrigin(c).startsWith('https:')
  setCookie(c, cookie, text, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: seconds })
}

/** Whether a request may write, and so has to see the newest. */
export function writes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
