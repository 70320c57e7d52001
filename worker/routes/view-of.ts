import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { siteOrigin } from '../http/visitor.ts'
import { countyPath, type ShownCounty, type View } from '../pages/view.ts'
import { wordsOf } from '../pages/words/words.ts'
import { type Language, languageOf } from '../problems/language.ts'

/** What a page knows of its request. `?lang=` speaks first, then `otherwise`. */
export function viewOf(
  c: Context<AppEnv>,
  county?: ShownCounty,
  query = '',
  otherwise: Language = c.var.language,
): View {
  const asked = c.req.query('lang')
  const language = asked === 'zh' || asked === 'en' ? asked : otherwise
  const { pathname } = new URL(c.req.url)
  return {
    words: wordsOf[language],
    language,
    languageAsked: asked === language,
    origin: siteOrigin(c),
    // An id in the address leads to the same page; the one address is the code's.
    path: `${county ? pathname.replace(/^\/c\/[^/]+/, countyPath(county)) : pathname}${query}`,
  }
}

/** The language of a public page that names none: the browser's. Cookies count for nothing there, so that pages keep. */
export function browserLanguage(c: Context<AppEnv>): Language {
  return languageOf(new Headers({ 'accept-language': c.req.header('accept-language') ?? '' }))
}
