import { type Context, Hono } from 'hono'
import { createElement, type ReactElement } from 'react'
import { villageOnBoard } from '../actions/publication/village-on-board.ts'
import { findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { publicBoard, publicBoards } from '../data/public-pages.ts'
import { Recent } from '../data/recent.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { siteOrigin } from '../http/visitor.ts'
import { answerWith, pageAnswer, type RenderedPage, renderPage } from '../pages/answer.ts'
import { BoardPage } from '../pages/board/board-page.tsx'
import { townshipsOf } from '../pages/board/township-filter.tsx'
import { CountyPage } from '../pages/county/county-page.tsx'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import type { ShownCounty, View } from '../pages/view.ts'
import { VillagePage } from '../pages/village/village-page.tsx'
import { viewOf } from './view-of.ts'

/** The public site, `/c/{county}`: approved counties and what they have made public; anything else is one 404 page. */
export const pageRoutes = new Hono<AppEnv>()
  .get('/c/:county', async (c) => {
    const open = await openCounty(c)
    if (!open) return missing(c)
    const boards = await publicBoards(open.db)
    if (boards.length === 0) return missing(c)
    return page(c, createElement(CountyPage, { view: viewOf(c, open.county), county: open.county, boards }))
  })
  .get('/c/:county/boards/:board', async (c) => {
    // All that the page follows from, beside what is published.
    const key = `${c.req.param('county')} ${siteOrigin(c)} ${c.req.url} ${c.var.language}`
    const found = await recentBoards.get(key, c.var.now, () => boardPage(c))
    return found ? answerWith(c.req.raw, found.page) : missing(c, await shownCounty(c))
  })
  .get('/c/:county/villages/:village', async (c) => {
    const open = await openCounty(c)
    if (!open) return missing(c)
    const id = c.req.param('village')
    const all = await publicBoards(open.db)
    const boards = all.filter((board) => onBoard(board, id))
    const [first] = boards
    const village = first && onBoard(first, id)
    if (!village) return missing(c, all.length > 0 ? open.county : undefined)
    const shown = await Promise.all(
      boards.map(async (board) => ({ board, ...(await villageOnBoard(open.db, board, id)) })),
    )
    const props = {
      view: viewOf(c, open.county),
      county: open.county,
      village: { id, ...village },
      boards: shown,
    }
    return page(c, createElement(VillagePage, props))
  })
  .get('/c/*', (c) => missing(c))

/** A board's page is the largest and the most read: rendering it takes longer than all else together. */
const recentBoards = new Recent<{ county: CountyDb['county']; page: RenderedPage }>(50)

async function boardPage(c: Context<AppEnv>) {
  const open = await openCounty(c)
  const board = open && (await publicBoard(open.db, c.req.param('board') ?? ''))
  if (!open || !board) return undefined
  const township = c.req.query('township') || undefined
  const known = township === undefined || townshipsOf(board).some(({ id }) => id === township)
  if (!known) return undefined
  const filter = township === undefined ? '' : `?township=${encodeURIComponent(township)}`
  const view = viewOf(c, open.county, filter)
  const element = createElement(BoardPage, { view, county: open.county, board, township })
  return { county: open.db.county, page: await renderPage(element, view.words.lang) }
}

/** A county whose pages may be seen: approved, named by its code or its id. */
async function openCounty(c: Context<AppEnv>): Promise<{ county: ShownCounty; db: CountyDb } | undefined> {
  const found = await findCounty(c.var.control, c.req.param('county') ?? '')
  if (!found || !shownToPublic(found)) return undefined
  return { county: found, db: new CountyDb(shardOf(c.env, found.shard), found.id, c.var.cost) }
}

type Named = { subject: string; name: string; townshipName: string }
function onBoard(board: { standings: readonly Named[]; unranked: readonly Named[] }, village: string) {
  const same = ({ subject }: Named) => subject === village
  return board.standings.find(same) ?? board.unranked.find(same)
}

function page(c: Context<AppEnv>, element: ReactElement<{ view: View }>, status: 200 | 404 = 200) {
  return pageAnswer(c.req.raw, element, element.props.view.words.lang, status)
}

/** The county to go back to, if it has a page: one that shows nothing has none. */
async function shownCounty(c: Context<AppEnv>): Promise<ShownCounty | undefined> {
  const open = await openCounty(c)
  return open && (await publicBoards(open.db)).length > 0 ? open.county : undefined
}

function missing(c: Context<AppEnv>, county?: ShownCounty) {
  return page(c, createElement(NotFoundPage, { view: viewOf(c, county), county }), 404)
}
