import type { Page } from 'playwright-core'
import { demoCounty } from '../../schema/demo/people.ts'
import { ask } from './console.ts'

/** Ids that addresses in the demo county need. */
export type Places = {
  board: string
  open: string
  published: string
  township: string
  group: string
  /** A red one of the published round. */
  village: string
  consequence: string
}

type List<Item> = { items: Item[] }

/** Looks them up as whoever is signed in at the page. */
export async function demoPlaces(page: Page): Promise<Places> {
  const get = <Answer>(path: string) => ask<Answer>(page, 'GET', `/counties/${demoCounty}${path}`)
  const board = only((await get<List<{ id: string }>>('/boards')).items).id
  const rounds = (await get<List<{ id: string; state: string }>>(`/boards/${board}/rounds`)).items
  const open = only(rounds.filter(({ state }) => state === 'open')).id
  const published = only(rounds.filter(({ state }) => state === 'published')).id
  const { standings } = await get<{ standings: { subject: string; township: string; band: string }[] }>(
    `/rounds/${published}/standings`,
  )
  const { subject, township } = only(standings.filter(({ band }) => band === 'red'))
  const units = (await get<List<{ id: string; kind: string; covers: string[] }>>('/units')).items
  const group = only(units.filter(({ covers }) => covers.includes(township))).id
  const consequence = only((await get<List<{ id: string }>>('/consequences?state=proposed')).items).id
  return { board, open, published, township, group, village: subject, consequence }
}

function only<Item>([first]: Item[]): Item {
  if (first === undefined) throw new Error('the demo county lacks something')
  return first
}
