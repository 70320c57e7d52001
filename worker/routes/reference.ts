import type { Handler } from 'hono'
import { createElement } from 'react'
import type { AppEnv } from '../http/app-env.ts'
import { pageAnswer } from '../pages/answer.ts'
import type { Document } from '../pages/reference/open-api.ts'
import { ReferencePage } from '../pages/reference/reference-page.tsx'
import { viewOf } from './view-of.ts'

/** `/api/docs`: the readable form of the OpenAPI document that `document` makes. */
export function reference(document: () => object): Handler<AppEnv> {
  return (c) => {
    const view = viewOf(c)
    const element = createElement(ReferencePage, { view, document: document() as Document })
    return pageAnswer(c.req.raw, element, view.words.lang)
  }
}
