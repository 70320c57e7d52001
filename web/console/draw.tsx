import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetEarly } from '../lib/early.ts'
import { LanguageProvider } from '../lib/language.tsx'
import { newQueryClient } from '../lib/query.ts'
import { meQuery } from '../lib/session.ts'
import { ConsoleApp } from './console-app.tsx'
import { fetchPageAt } from './routes.tsx'

/** For how long an answer asked for with the page counts as fresh, in ms. */
const fresh = 15_000

/**
 * Draws the console in place of what the page itself painted, once it is known who is here and the page's code has
 * come: in one go, since a drawing that waits for its parts may wait for long while others keep it from going on.
 */
export async function draw(place: Element): Promise<void> {
  const queries = newQueryClient()
  // Either may fail: the page then says so, and how to go on.
  await Promise.allSettled([queries.prefetchQuery(meQuery), fetchPageAt(location.pathname)])
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <ConsoleApp queries={queries} />
      </LanguageProvider>
    </StrictMode>,
  )
  setTimeout(forgetEarly, fresh)
}
