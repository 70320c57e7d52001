import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoPassword } from '../../../schema/demo/people.ts'
import { launchBrowser } from '../../support/browser.ts'
import { dialog, said } from '../console.ts'
import { aPerson, expectSound, type Person, signInByForm } from '../people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Somebody of the demo county with a phone. */
async function onThePhone(login: string): Promise<Person> {
  const person = await aPerson(browser, { device: 'phone' })
  await signInByForm(person, login, demoPassword)
  return person
}

it('a township’s reporter lands on what the township owes and opens it', async () => {
  const reporter = await onThePhone('demo-reporter')
  const { page } = reporter
  await page.getByRole('heading', { name: '我要报的' }).waitFor()
  await page.getByRole('heading', { name: '答应了、还没做到的' }).waitFor()
  await expectSound(reporter, 'zh')
  await page.getByRole('button', { name: /^(现在报送|修改报送)$/ }).click()
  await page.getByRole('heading', { level: 1, name: '填报：乡镇自评' }).waitFor()
  await expectSound(reporter, 'zh')
  expect(reporter.complaints).toEqual([])
  await reporter.context.close()
})

it('a township’s leader sees the own township and schedules its interview', async () => {
  const leader = await onThePhone('demo-township')
  const { page } = leader
  await page.getByRole('heading', { name: /^谁红了、为什么/ }).waitFor()
  await page.getByRole('link', { name: /^办理 \d+ 项约谈、提醒等/ }).click()
  await page
    .getByRole('link', { name: /^约谈 / })
    .first()
    .click()
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await dialog(page).getByLabel('地点').fill('镇政府')
  await dialog(page).getByLabel('主持人').fill('镇党委书记')
  await dialog(page).getByRole('button', { name: '安排' }).click()
  await said(page, '已安排').waitFor()
  await page.getByRole('button', { name: '改时间地点' }).waitFor()
  expect(await page.getByRole('button', { name: '取消这一项' }).count(), 'the office alone cancels').toBe(0)
  await expectSound(leader, 'zh')
  await page.goto(`/console/${demoCounty}/cockpit`)
  await page.getByRole('heading', { name: '约谈安排' }).waitFor()
  expect(leader.complaints).toEqual([])
  await leader.context.close()
})

it('a village secretary sees where the village stands and why, first of all', async () => {
  const secretary = await onThePhone('demo-village')
  const { page } = secretary
  await page.getByText(/^第 \d+ 名，共 \d+ 个村$/).waitFor()
  await page.getByText(/个里排第 \d+。/).waitFor()
  await page.getByRole('heading', { name: '答应了、还没做到的' }).waitFor()
  await expectSound(secretary, 'zh')
  await page.getByRole('button', { name: '为什么是这个名次' }).click()
  await page.waitForURL(/\/why\//)
  await page.locator('h1').waitFor()
  await expectSound(secretary, 'zh')
  expect(secretary.complaints).toEqual([])
  await secretary.context.close()
})
