import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server.edge'
import { style } from './style.ts'

/** 410: what stood here has been withdrawn; 503: what stands here cannot be read for the moment. */
export type PageStatus = 200 | 404 | 410 | 503

/** A page as it goes over the wire and its ETag, from which any number of requests can be answered. */
export type RenderedPage = { html: Uint8Array<ArrayBuffer>; etag: string; language: string }

/** A page as an answer; see `answerWith`. */
export async function pageAnswer(
  request: Request,
  element: ReactElement,
  language: string,
  status: PageStatus = 200,
): Promise<Response> {
  return answerWith(request, await renderPage(element, language), status)
}

/** Renders a page, with an ETag over its own bytes: a new revision, another language or a new layout is another page. */
export async function renderPage(element: ReactElement, language: string): Promise<RenderedPage> {
  const html = bytesOf(`<!doctype html>${renderToStaticMarkup(element)}`)
  return { html, language, etag: `"${(await digest(html, 'base64url')).slice(0, 27)}"` }
}

/** A correction, or a board hidden again, shows within a minute in a browser and five in a cache on the way. */
export const publicCaching = 'public, max-age=60, s-maxage=300, stale-while-revalidate=600'

/** `request` decides between 200 and 304. */
export async function answerWith(
  request: Request,
  { html, etag, language }: RenderedPage,
  status: PageStatus = 200,
): Promise<Response> {
  const headers = {
    'cache-control': status === 200 ? publicCaching : 'public, max-age=30',
    vary: 'Accept-Language',
    etag,
  }
  if (status === 200 && presented(request).includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(html, {
    status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': await pagePolicy(),
    },
  })
}

/** A page for one reader: kept nowhere, listed nowhere. */
export async function privateAnswer(
  html: Uint8Array<ArrayBuffer>,
  language: string,
  status: PageStatus,
): Promise<Response> {
  return new Response(html, {
    status,
    headers: {
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': await pagePolicy(),
    },
  })
}

/** No scripts at all, and no style but our own, named by its hash. */
export function pagePolicy(): Promise<string> {
  known ??= digest(bytesOf(style), 'base64').then((hash) =>
    [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "img-src 'self' data:",
      // No script of ours asks for anything; Lighthouse fetches robots.txt in the page's name.
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  return known
}
let known: Promise<string> | undefined

async function digest(bytes: Uint8Array<ArrayBuffer>, form: 'base64' | 'base64url'): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString(form)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  // An encoder's memory is its own, which the types of the platform leave open.
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
}

/** The ETags a browser or cache presents; what compresses on the way marks them weak. */
function presented(request: Request): string[] {
  const header = request.headers.get('if-none-match') ?? ''
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
}
