import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../../schema/demo/people.ts'
import { launchBrowser } from '../../support/browser.ts'
import { aPerson, expectSound, type Person, signInByForm } from '../people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function onThePhone(login: string): Promise<Person> {
  const person = await aPerson(browser, { device: 'phone' })
  await signInByForm(person, login, demoPassword)
  return person
}

it.each([
  ['an inspector', 'demo-inspector', '填报：督查评分'],
  ['a drone operator', 'demo-drone', '填报：无人机巡查'],
])('%s lands on the own report and opens it', async (_, login, title) => {
  const person = await onThePhone(login)
  const { page } = person
  await page.getByRole('heading', { name: '我要报的' }).waitFor()
  await page
    .getByRole('button', { name: /^(现在报送|修改报送)$/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expectSound(person, 'zh')
  expect(person.complaints).toEqual([])
  await person.context.close()
})

it('a department reads who is red and why', async () => {
  const department = await onThePhone('demo-department')
  const { page } = department
  await page.getByRole('heading', { name: /^谁红了、为什么/ }).waitFor()
  await page
    .getByRole('link', { name: /为什么是红的$/ })
    .first()
    .click()
  await page.waitForURL(/\/why\//)
  await page.locator('h1').waitFor()
  await expectSound(department, 'zh')
  expect(department.complaints).toEqual([])
  await department.context.close()
})

it('a grid member sees where the own village stands', async () => {
  const grid = await onThePhone('demo-grid')
  const { page } = grid
  await page.getByText(/^第 \d+ 名，共 \d+ 个村$/).waitFor()
  await page.getByText(/个里排第 \d+。/).waitFor()
  await expectSound(grid, 'zh')
  expect(grid.complaints).toEqual([])
  await grid.context.close()
})
