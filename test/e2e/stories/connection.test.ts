import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { demoCounty, demoOffice, demoPassword } from '../../../schema/demo/people.ts'
import { launchBrowser } from '../../support/browser.ts'
import { ask } from '../console.ts'
import { aPerson, signIn } from '../people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('a lost connection shows; when it returns, so does what others did meanwhile', async () => {
  const [office, leader] = [await aPerson(browser), await aPerson(browser)]
  await signIn(office, demoOffice, demoPassword)
  await signIn(leader, 'demo-leader', demoPassword)
  const { page } = leader
  await page.goto(`/console/${demoCounty}/interviews?tab=board`)
  await page.getByRole('article').first().waitFor()
  await leader.context.setOffline(true)
  await page.getByText('连不上网络，正在重试').waitFor()

  const waiting = `/counties/${demoCounty}/consequences?stage=proposed&kind=interview&limit=1`
  const [one] = (await ask<{ items: Consequence[] }>(office.page, 'GET', waiting)).items
  const plan = { at: '2030-01-07T01:00:00.000Z', venue: '断网那天的会议室', host: '县领导' }
  await ask(office.page, 'PUT', `/counties/${demoCounty}/consequences/${one?.id}/schedule`, plan)
  expect(await page.getByText('断网那天的会议室').count()).toBe(0)

  await leader.context.setOffline(false)
  await page.getByText('断网那天的会议室').waitFor()
  await page.getByText('连不上网络，正在重试').waitFor({ state: 'detached' })
  await ask(office.page, 'DELETE', `/counties/${demoCounty}/consequences/${one?.id}/schedule`)
  await office.context.close()
  await leader.context.close()
})

it('an expired session leads to sign-in and back to the very page', async () => {
  const leader = await aPerson(browser)
  await signIn(leader, 'demo-leader', demoPassword)
  const { page, context } = leader
  await page.goto(`/console/${demoCounty}/interviews?tab=list&kind=interview`)
  await page.getByRole('listitem').first().waitFor()
  // Whatever the page still asks would lead away before the click.
  await page.waitForLoadState('networkidle')
  await context.clearCookies()
  await page.getByRole('tab', { name: '承诺' }).click()
  await page.waitForURL(/\/signin\/\?next=/)
  await page.getByRole('textbox', { name: '登录名' }).fill('demo-leader')
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`**/console/${demoCounty}/interviews?tab=promises`)
  await page.getByRole('checkbox').first().waitFor()
  await leader.context.close()
})
