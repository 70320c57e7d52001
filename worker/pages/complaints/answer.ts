import type { ReactElement } from 'react'
import { pagePolicy, renderPage } from '../answer.ts'

/** 400 not read whole, 403 sent from elsewhere, 404 no such code, 409 sent before, 413 too large, 422 wrong, 429 too many. */
export type FormStatus = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429

/** A page for one reader alone, with its headers: kept by nobody on the way, found by no search engine. */
export async function privatePage(element: ReactElement, language: string) {
  const { html } = await renderPage(element, language)
  const headers = {
    'cache-control': 'private, no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': await pagePolicy(),
  }
  return { html, headers }
}
