import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../schema/api/access.ts'
import { demoCounty, demoMembers, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { sections as names } from '../../web/i18n/zh/sections.ts'
import { can } from '../../worker/domain/access/can.ts'
import type { Verb } from '../../worker/domain/access/grants.ts'
import { repository } from '../../worker/local/paths.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask } from './console.ts'
import { demoPlaces, type Places } from './demo-places.ts'
import { aPerson, expectSound, type Person, signIn, signInByForm } from './people.ts'

const nowhere = { township: '', village: '', group: '', drone: '', department: '' }
const people: { login: string; role: Role }[] = [
  { login: demoOffice, role: 'county_admin' },
  ...demoMembers(nowhere),
]
/** What the navigation offers, and the verb that opens it: read from the console's own list, which needs a browser. */
const sections = [
  ...readFileSync(join(repository, 'web/console/sections.tsx'), 'utf8').matchAll(
    /path: '(\w+)',\s+group: 'group\w+',\s+icon: [^\n]+\s+verb: '([\w.]+)'/g,
  ),
].map(([, path, verb]) => [path, names[path as keyof typeof names], verb as Verb] as const)

let browser: Browser
let places: Places

beforeAll(async () => {
  browser = await launchBrowser()
  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  places = await demoPlaces(office.page)
  await office.context.close()
})
afterAll(() => browser.close())

it('every section of the console is known here', () => {
  expect(sections.length).toBeGreaterThan(8)
  for (const [path, name] of sections) expect(name, path).toMatch(/\S/)
})

describe.each(people)('$login', ({ login, role }) => {
  it('lands on a cockpit that works and sees the sections of the role, no others', async () => {
    const person = await aPerson(browser)
    const { page } = person
    await signInByForm(person, login, demoPassword)
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
    await page.getByText(/的数据，自动更新/).waitFor()
    await page.getByRole('heading', { name: '今天要办' }).waitFor()
    expect(await page.getByRole('alert').count(), 'nothing failed to load').toBe(0)
    const allowed = sections.filter(([, , verb]) => can({ id: login, role, scope: everywhere }, verb))
    const offered = await page.getByRole('navigation').first().getByRole('link').allTextContents()
    expect(offered.sort()).toEqual(allowed.map(([, name]) => name).sort())
    await expectSound(person, 'zh')
    const [closed] = sections.filter((section) => !allowed.includes(section))
    if (closed) {
      await page.goto(`/console/${demoCounty}/${closed[0]}`)
      await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    }
    expect(person.complaints).toEqual([])
    await person.context.close()
  })
})

/** Where a role works does not matter to what it may see at all. */
const everywhere = { kind: 'county', id: null, township: null } as const

it('keeps a draft, another township’s report and another county from those they are not for', async () => {
  const reporter = await aPerson(browser)
  const { page } = reporter
  await signIn(reporter, 'demo-reporter', demoPassword)
  await page.goto(`/console/${demoCounty}/rounds/${places.open}?tab=standings`)
  await page.getByText('名次还没有公开给您').waitFor()
  await expectRefused(reporter, 'GET', `/counties/${demoCounty}/members`, 403)
  const overview = await ask<{ sources: { source: string; reporters: { reporter: string }[] }[] }>(
    page,
    'GET',
    `/counties/${demoCounty}/rounds/${places.open}/reports`,
  )
  const own = overview.sources.find(({ source }) => source === 'township')?.reporters ?? []
  expect(own).toHaveLength(1)
  const other = own[0]?.reporter === places.township ? await anotherTownship(page) : places.township
  const theirs = `/counties/${demoCounty}/rounds/${places.open}/reports/township/${other}`
  await expectRefused(reporter, 'PUT', theirs, 403, { entries: [] })
  await page.goto('/console/620423/cockpit')
  await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
  await reporter.context.close()
})

async function anotherTownship(page: Person['page']): Promise<string> {
  const path = `/counties/${demoCounty}/areas?level=township&limit=20`
  const { items } = await ask<{ items: { id: string }[] }>(page, 'GET', path)
  return items.find(({ id }) => id !== places.township)?.id ?? ''
}

async function expectRefused({ page }: Person, method: string, path: string, status: number, body?: unknown) {
  await expect(ask(page, method, path, body)).rejects.toThrow(`${path}: ${status}`)
}
