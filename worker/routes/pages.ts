import { Hono } from 'hono'
import { createElement } from 'react'
import { villageOnBoards } from '../actions/publication/village-on-boards.ts'
import { publicBoard, publicBoards } from '../data/public-pages.ts'
import type { AppEnv } from '../http/app-env.ts'
import { BoardPage } from '../pages/board/board-page.tsx'
import { townshipsOf } from '../pages/board/township-filter.tsx'
import { CountyPage } from '../pages/county/county-page.tsx'
import { VillagePage } from '../pages/village/village-page.tsx'
import { missing, type Site, sitePage } from './public-site.ts'

/** The public site, `/c/{county}`: what a county has made public; anything else is one 404 page. Mounted last of /c. */
export const pageRoutes = new Hono<AppEnv>()
  .get('/c/:county', (c) =>
    sitePage(c, async (site) => createElement(CountyPage, { ...site, boards: await publicBoards(site.db) })),
  )
  .get('/c/:county/boards/:board', (c) =>
    sitePage(c, (site) => boardPage(site, c.req.param('board')), ['township']),
  )
  .get('/c/:county/villages/:village', (c) =>
    sitePage(c, (site) => villagePage(site, c.req.param('village'))),
  )
  .get('/c/:county/*', (c) => sitePage(c, () => undefined))
  .get('/c/*', (c) => missing(c))

async function boardPage(site: Site, id: string) {
  const board = await publicBoard(site.db, id)
  const { township } = site.query
  const known = board && (township === undefined || townshipsOf(board).some(({ id }) => id === township))
  return known ? createElement(BoardPage, { ...site, board, township }) : undefined
}

async function villagePage(site: Site, id: string) {
  const boards = (await publicBoards(site.db)).filter((board) => onBoard(board, id))
  const [first] = boards
  const village = first && onBoard(first, id)
  if (!village) return undefined
  const shown = await villageOnBoards(site.db, boards, id)
  return createElement(VillagePage, { ...site, village: { id, ...village }, boards: shown })
}

type Named = { subject: string; name: string; townshipName: string }
function onBoard(board: { standings: readonly Named[]; unranked: readonly Named[] }, village: string) {
  const same = ({ subject }: Named) => subject === village
  return board.standings.find(same) ?? board.unranked.find(same)
}
