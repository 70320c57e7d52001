import { Hono } from 'hono'
import { createElement } from 'react'
import { publicRound } from '../actions/publication/public-round.ts'
import { villageOnBoards } from '../actions/publication/village-on-boards.ts'
import { publicBoard, publicBoards } from '../data/public-pages.ts'
import { publicArchive, publicRounds, publicRules } from '../data/public-rounds.ts'
import type { AppEnv } from '../http/app-env.ts'
import { AboutPage } from '../pages/about/about-page.tsx'
import { ArchivePage } from '../pages/archive/archive-page.tsx'
import { RoundPage } from '../pages/archive/round-page.tsx'
import { RoundsPage } from '../pages/archive/rounds-page.tsx'
import { BoardPage } from '../pages/board/board-page.tsx'
import { townshipsOf } from '../pages/board/township-filter.tsx'
import { CountyPage } from '../pages/county/county-page.tsx'
import { PrivacyPage } from '../pages/privacy/privacy-page.tsx'
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
  .get('/c/:county/boards/:board/rounds', (c) =>
    sitePage(c, (site) => roundsPage(site, c.req.param('board')), ['before']),
  )
  .get('/c/:county/boards/:board/rounds/:no', (c) =>
    sitePage(c, (site) => roundPage(site, c.req.param('board'), c.req.param('no'))),
  )
  .get('/c/:county/archive', (c) =>
    sitePage(c, async (site) => {
      const { boards, rounds } = await publicArchive(site.db, 60)
      return boards.length > 0 ? createElement(ArchivePage, { ...site, boards, rounds }) : undefined
    }),
  )
  .get('/c/:county/about', (c) =>
    sitePage(c, async (site) => {
      const boards = (await publicRules(site.db)).map(({ board, policy }) => ({ ...board, policy }))
      return createElement(AboutPage, { ...site, boards })
    }),
  )
  .get('/c/:county/privacy', (c) => sitePage(c, (site) => createElement(PrivacyPage, site)))
  .get('/c/:county/*', (c) => sitePage(c, () => undefined))
  .get('/c/*', (c) => missing(c))

async function boardPage(site: Site, id: string) {
  const board = await publicBoard(site.db, id)
  const { township } = site.query
  const known = board && (township === undefined || townshipsOf(board).some(({ id }) => id === township))
  return known ? createElement(BoardPage, { ...site, board, township }) : undefined
}

/** Rounds a page. */
const listed = 60

async function roundsPage(site: Site, id: string) {
  const before = wholeNumber(site.query.before)
  const found = await publicRounds(site.db, id, listed + 1, before)
  if (!found || found.rounds.length === 0) return undefined
  const rounds = found.rounds.slice(0, listed)
  const older = found.rounds.length > listed ? rounds.at(-1)?.no : undefined
  return createElement(RoundsPage, { ...site, board: found.board, rounds, older })
}

async function roundPage(site: Site, id: string, named: string) {
  const no = wholeNumber(named)
  const found = no === undefined ? undefined : await publicRound(site.db, site.county, id, no)
  return found && createElement(RoundPage, { ...site, ...found })
}

/** A round's number as an address writes it: one way only, so that one page has one address. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
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
