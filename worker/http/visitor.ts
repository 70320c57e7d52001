import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/**
 * The origin that visitors see. Behind a proxy that ends TLS the request itself says otherwise; the proxy's word
 * counts only where the operator has said that there is one, for anybody can write these headers.
 */
export function siteOrigin(c: Context<AppEnv>): string {
  const url = new URL(c.req.url)
  if (!behindProxy(c)) return url.origin
  const scheme = nearest(c.req.header('x-forwarded-proto')) ?? url.protocol.replace(':', '')
  const host = nearest(c.req.header('x-forwarded-host')) ?? url.host
  try {
    return new URL(`${scheme === 'https' ? 'https' : 'http'}://${host}`).origin
  } catch {
    return url.origin
  }
}

/** The visitor's address, as Cloudflare or a trusted proxy says; `local` where nobody does. */
export function visitorAddress(c: Context<AppEnv>): string {
  const said = behindProxy(c) ? nearest(c.req.header('x-forwarded-for')) : c.req.header('cf-connecting-ip')
  return said ?? 'local'
}

function behindProxy(c: Context<AppEnv>): boolean {
  return c.env.XIANGBANG_TRUST_PROXY === '1'
}

/** What the nearest proxy added; whatever stands before it came from outside. */
function nearest(header: string | undefined): string | undefined {
  return header?.split(',').at(-1)?.trim() || undefined
}
