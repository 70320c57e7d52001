import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { createElement } from 'react'
import { ColumnKind, PublicColumn, PublicColumnQuery } from '../../schema/api/columns.ts'
import { Id, page } from '../../schema/api/common.ts'
import { openPublicColumnPhoto } from '../actions/columns/open-column-photo.ts'
import { publicColumn, publicColumnPage } from '../actions/columns/public-columns.ts'
import { publicCounty } from '../actions/publication/public-snapshot.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformContext } from '../http/county-context.ts'
import { pictureAnswer } from '../http/pictures.ts'
import { refuseInvalid } from '../http/validation.ts'
import { ArticlePage } from '../pages/columns/article-page.tsx'
import { ColumnsPage } from '../pages/columns/columns-page.tsx'
import { GonePage } from '../pages/columns/gone-page.tsx'
import { countyPath } from '../pages/view.ts'
import { Problem } from '../problems/problem.ts'
import { type Site, sitePage } from './public-site.ts'

/** What is withdrawn or marked for blur is gone within a minute in a browser and five at the edge. */
const cached = { 'cache-control': 'public, max-age=60, s-maxage=300, stale-while-revalidate=600' }
/** A photo that is marked must not be kept beside the page that no longer shows it. */
const cachedPicture = { 'cache-control': 'public, max-age=60, s-maxage=60' }

const list = createRoute({
  method: 'get',
  path: '/public/counties/{county}/columns',
  request: { params: z.object({ county: Id }), query: PublicColumnQuery },
  responses: { 200: json(page(PublicColumn), 'Articles anybody may read, the latest first'), ...problem },
})
const one = createRoute({
  method: 'get',
  path: '/public/counties/{county}/columns/{id}',
  request: { params: z.object({ county: Id, id: Id }) },
  responses: { 200: json(PublicColumn, 'The article'), ...problem },
})

export const publicColumnRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const db = await publicCounty(platformContext(c), c.req.valid('param').county)
    return c.json(await publicColumnPage(db, c.req.valid('query')), 200, cached)
  })
  .openapi(one, async (c) => {
    const { county, id } = c.req.valid('param')
    const found = await publicColumn(await publicCounty(platformContext(c), county), id)
    if (found === undefined) throw new Problem('not_found')
    if (found === 'gone') throw new Problem('column_gone')
    return c.json(found, 200, cached)
  })

/** The columns' pages of a county's site, and the pictures on them. */
export const columnPageRoutes = new Hono<AppEnv>()
  .get('/c/:county/columns', (c) => sitePage(c, listPage, ['kind', 'before']))
  .get('/c/:county/columns/:id', (c) => sitePage(c, (site) => articlePage(site, c.req.param('id'))))
  .get('/c/:county/columns/:id/photos/:photo', async (c) => {
    const { county, id: article, photo } = c.req.param()
    const db = await publicCounty(platformContext(c), county)
    const known = c.req.header('if-none-match')
    return pictureAnswer(
      await openPublicColumnPhoto({ db, env: c.env }, { article, photo, known }),
      cachedPicture,
    )
  })

async function listPage(site: Site) {
  if (!site.sections.columns) return undefined
  const kind = ColumnKind.optional().safeParse(site.query.kind)
  if (!kind.success) return undefined
  const query = { kind: kind.data, cursor: site.query.before }
  const shown = await publicColumnPage(site.db, query, countyPath(site.county))
  return createElement(ColumnsPage, { ...site, kind: kind.data, ...shown })
}

async function articlePage(site: Site, id: string) {
  const article = await publicColumn(site.db, id, countyPath(site.county))
  if (article === undefined) return undefined
  if (article === 'gone') return { element: createElement(GonePage, site), status: 410 as const }
  return createElement(ArticlePage, { ...site, article })
}
