import type { Page } from 'playwright-core'
import { demoCounty } from '../../../schema/demo/people.ts'
import { ask } from '../console.ts'

type List<Item> = { items: Item[] }
type Me = { memberships: { scope: { id: string | null } }[] }

/** A path of the demo county's API. */
export function at(path: string): string {
  return `/counties/${demoCounty}${path}`
}

/** The area or unit that whoever is signed in at the page works for. */
export async function ownArea(page: Page): Promise<string> {
  const { memberships } = await ask<Me>(page, 'GET', '/me')
  return memberships[0]?.scope.id ?? ''
}

/** A grid in a village, with points to pass. Answers its id. */
export async function aGridIn(office: Page, village: string, name: string, points: readonly string[]) {
  const { id } = await ask<{ id: string }>(office, 'POST', at('/areas'), {
    ...{ name, level: 'grid', parent: village },
  })
  const wanted = points.map((point, n) => ({ id: `${id}-point-${n}`, name: point }))
  await ask(office, 'PUT', at(`/grids/${id}/points`), { points: wanted, seen: [] })
  return id
}

type Raised = { id: string; text: string; source: string }

/** The issues of a village that whoever is signed in may read. */
export async function issuesIn(page: Page, village: string): Promise<Raised[]> {
  return (await ask<List<Raised>>(page, 'GET', at(`/issues?area=${village}&limit=500`))).items
}

/** Name of a sheet for villages that takes points off. */
export async function sheetOfDeductions(page: Page): Promise<string> {
  const { sheets } = await ask<{ sheets: { name: string; method: string; subject: string }[] }>(
    page,
    'GET',
    at('/field'),
  )
  return sheets.find(({ method, subject }) => method === 'deductions' && subject === 'village')?.name ?? ''
}
