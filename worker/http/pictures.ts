import type { ReadableStream } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/** A picture sent as the body of a request: its bytes, its type, and the hash it is said to have. */
export async function uploadOf(c: Context<AppEnv>, sha256: string) {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  return { bytes, sha256, type: c.req.header('content-type') ?? '' }
}

type Picture = {
  etag: string
  mime: string
  name: string
  body?: ReadableStream | Uint8Array<ArrayBuffer>
}

/** A picture as an answer; 304 where it comes without its bytes. It can do nothing but be looked at. */
export function pictureAnswer(
  { etag, mime, name, body }: Picture,
  caching: Record<string, string>,
): Response {
  const headers = { etag, ...caching }
  if (!body) return new Response(null, { status: 304, headers })
  return new Response(body as BodyInit, {
    headers: {
      ...headers,
      'content-type': mime,
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
