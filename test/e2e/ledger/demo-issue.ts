import type { Page } from 'playwright-core'
import { demoCounty } from '../../../schema/demo/people.ts'
import { ask } from '../console.ts'

type List<Item> = { items: Item[] }

/**
 * An issue in the demo county with a plan for emergencies, raised by the office in a village and said to be rectified;
 * the one made before, if there is one. Answers its id.
 */
export async function demoIssue(page: Page, village: string): Promise<string> {
  const at = (path: string) => `/counties/${demoCounty}${path}`
  const id = 'looked-at'
  const there = await ask<List<{ id: string }>>(page, 'GET', at(`/issues?area=${village}&limit=100`))
  if (there.items.some((issue) => issue.id === id)) return id
  await ask(page, 'PUT', at('/issue-categories/catalogue'), {})
  await ask(page, 'PUT', at(`/issues/${id}`), {
    ...{ category: 'route-potholes', area: village, source: 'complaint', text: '村口路面坑洼积水' },
    ...{ location: '村委会东 50 米', foundAt: new Date().toISOString(), lead: village },
  })
  const step = { kind: 'rectified', note: '已填平，设了警示。' }
  await ask(page, 'PUT', at(`/issues/${id}/steps/${id}-done`), step)
  return id
}
