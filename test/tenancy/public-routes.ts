import { app } from '../../worker/app.ts'
import type { PublicFixture } from './fixture-public.ts'

/** How to ask for a page of a county's site with the ids of some county; `county` itself is filled in by the caller. */
type Page = { ids?: (own: PublicFixture) => Record<string, string>; open?: string }

/** One entry a page, feed and picture outside the OpenAPI document. One without an entry fails the suite. */
export const pages: Record<string, Page> = {
  'GET /c/:county': {},
  'GET /c/:county/boards/:board': { ids: ({ board }) => ({ board }) },
  'GET /c/:county/villages/:village': { ids: ({ village }) => ({ village }) },
  'GET /c/:county/boards/:board/rounds': { ids: ({ board }) => ({ board }) },
  'GET /c/:county/boards/:board/rounds/:no': { ids: ({ board }) => ({ board, no: '1' }) },
  'GET /c/:county/archive': {},
  'GET /c/:county/privacy': {},
  'GET /c/:county/about': {},
  'GET /c/:county/bulletins': {},
  'GET /c/:county/bulletins/:id': { ids: ({ bulletin }) => ({ id: bulletin }) },
  'GET /c/:county/bulletins/:id/photos/:photo': {
    ids: ({ bulletin, bulletinPhoto }) => ({ id: bulletin, photo: bulletinPhoto }),
  },
  'GET /c/:county/feed.atom': {},
  'GET /c/:county/feed.rss': {},
  'GET /c/:county/feed.json': {},
  'GET /c/:county/columns': {},
  'GET /c/:county/columns/:id': { ids: ({ column }) => ({ id: column }) },
  'GET /c/:county/columns/:id/photos/:photo': {
    ids: ({ column, columnPhoto }) => ({ id: column, photo: columnPhoto }),
  },
  'GET /c/:county/complaints': {},
  'POST /c/:county/complaints': { open: 'a form, held in a story of its own' },
  'GET /c/:county/complaints/follow': {},
  'POST /c/:county/complaints/follow': { open: 'a form, held in a story of its own' },
  'GET /c/:county/preview': { open: 'a link of the office is the authority' },
  'GET /c/:county/sitemap.xml': {},
  'GET /c/:county/*': { open: 'the 404 of a site' },
  'GET /c/*': { open: 'the 404 of no site' },
  'GET /api/v1/public/counties/:county/boards': {},
  'GET /api/v1/public/counties/:county/boards/:id/latest': { ids: ({ board }) => ({ id: board }) },
  'GET /api/v1/public/counties/:county/columns': {},
  'GET /api/v1/public/counties/:county/columns/:id': { ids: ({ column }) => ({ id: column }) },
  'GET /healthz': { open: 'no county' },
  'GET /readyz': { open: 'no county' },
  'GET /metrics': { open: 'the operator’s, under a secret of its own' },
  'GET /robots.txt': { open: 'no county' },
  'GET /console/*': { open: 'the console’s own file' },
  'GET /field/*': { open: 'the field app’s own file' },
  'GET /api/openapi.json': { open: 'the contract' },
  'GET /api/docs': { open: 'the contract' },
}

/** What the Worker serves to whoever has no account, as its router knows it. */
export const served = [
  ...new Set(
    app.routes
      .filter(
        ({ path, method }) => method !== 'ALL' && (!path.startsWith('/api/v1') || path.includes('/public/')),
      )
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

/** The path of a page of `county` with the ids of `own`. */
export function pathOf(name: string, county: string, own: PublicFixture): string {
  const given: Record<string, string> = { county, ...pages[name]?.ids?.(own) }
  const path = name.split(' ')[1] ?? ''
  return path.replace(/:(\w+)/g, (_, id: string) => given[id] ?? `no-${id}`)
}
