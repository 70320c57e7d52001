import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { aPerson, expectSound } from '../people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('the service’s administrator opens a one-time link and finds the counties', async () => {
  const platform = await aPerson(browser)
  const { page } = platform
  await page.goto(inject('platformLink'))
  await page.locator('input[type=password]').first().fill('pingtai-2026-guanli')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/console\/platform/)
  await page.locator('h1').waitFor()
  await page.getByText('示范县').first().waitFor()
  await expectSound(platform, 'zh')

  // Erasing a county wants its own code, and is nobody's decision alone.
  await page.getByRole('button', { name: '删除示范县' }).click()
  await page.getByLabel('原因').fill('看一看')
  await page.getByLabel('县代码').fill('990002')
  expect(await page.getByRole('button', { name: '申请删除' }).isDisabled()).toBe(true)
  await expectSound(platform, 'zh')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '删除县' }).click()
  await page.getByText('没有删除县的申请').waitFor()
  await expectSound(platform, 'zh')
  expect(platform.complaints).toEqual([])
  await platform.context.close()
})
