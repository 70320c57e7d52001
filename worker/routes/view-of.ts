import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { siteOrigin } from '../http/visitor.ts'
import { countyPath, type ShownCounty, type View } from '../pages/view.ts'
import { wordsOf } from '../pages/words/words.ts'

/** What a page knows of its request. `?lang=` speaks first, then the cookie and the browser's own languages. */
export function viewOf(c: Context<AppEnv>, county?: ShownCounty, query = ''): View {
  const asked = c.req.query('lang')
  const language = asked === 'zh' || asked === 'en' ? asked : c.var.language
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
