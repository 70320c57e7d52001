import type { SiteSections } from '../../schema/api/public-site.ts'
import type { Language } from '../problems/language.ts'
import type { Words } from './words/words.ts'

/** The county as its public pages name it; `code` is how its addresses name it. */
export type ShownCounty = { code: string; name: string; demo: boolean }

/** What every page knows of the request it answers. */
export type View = {
  words: Words
  language: Language
  /** Whether the address itself names the language; then the links on the page do so too. */
  languageAsked: boolean
  origin: string
  /** Path of this page with its filter, without the language. */
  path: string
  /** What of the county's site there is to go to; pages outside a county have no navigation. */
  sections?: SiteSections
  /** Set where an administrator sees the site of a county not yet approved: until when (ISO 8601). */
  previewUntil?: string
}

/** A link that keeps the language the reader asked for. `path` may carry a query. */
export function link(view: View, path: string): string {
  return view.languageAsked ? inLanguage(path, view.language) : path
}

export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}

export function countyPath(county: ShownCounty): string {
  return `/c/${county.code}`
}

export function boardPath(county: ShownCounty, board: string, township?: string): string {
  const filter = township === undefined ? '' : `?township=${encodeURIComponent(township)}`
  return `${countyPath(county)}/boards/${encodeURIComponent(board)}${filter}`
}

/** The archive of a board, or one round in it. */
export function roundsPath(county: ShownCounty, board: string, no?: number): string {
  return `${boardPath(county, board)}/rounds${no === undefined ? '' : `/${no}`}`
}

export function villagePath(county: ShownCounty, village: string): string {
  return `${countyPath(county)}/villages/${encodeURIComponent(village)}`
}

export function boardJsonPath(county: ShownCounty, board: string): string {
  return `/api/v1/public/counties/${county.code}/boards/${encodeURIComponent(board)}/latest`
}
