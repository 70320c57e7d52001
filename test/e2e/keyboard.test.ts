import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { said } from './console.ts'
import { demoPlaces } from './demo-places.ts'
import { aPerson, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Presses a key until the focus is where it should be; fails where the keyboard does not lead there. */
async function press(page: Page, key: string, until: string, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key)
    const name = await page.evaluate(() => {
      const { activeElement: here } = document
      return here?.getAttribute('aria-label') ?? here?.getAttribute('name') ?? here?.textContent ?? ''
    })
    if (name.trim() === until) return
  }
  throw new Error(`${most} times ${key} did not lead to “${until}”`)
}

it('reports a week without a mouse, from signing in to the sent report', async () => {
  const person = await aPerson(browser)
  const { page } = person
  const reporter = { login: 'demo-reporter', password: demoPassword }
  await page.goto('/signin/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page, 'Tab', 'login')
  await page.keyboard.type(reporter.login)
  await press(page, 'Tab', 'password')
  await page.keyboard.type(reporter.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/console/${demoCounty}/cockpit`)
  const open = page.getByRole('button', { name: /^(现在报送|修改报送)$/ })
  await open.waitFor()
  await press(page, 'Tab', (await open.textContent())?.trim() ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '填报：乡镇自评' }).waitFor()

  const fields = page.getByRole('textbox', { name: / 名次/ })
  const count = await fields.count()
  expect(count).toBeGreaterThan(4)
  await press(page, 'Tab', (await fields.first().getAttribute('aria-label')) ?? '')
  // Anything but the order on screen.
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.type(String(count - at))
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.getByText(`已填 ${count}/${count}`).waitFor()
  const send = page.getByRole('button', { name: /^(报送|重新报送)$/ })
  await press(page, 'Tab', (await send.textContent())?.trim() ?? '')
  await page.keyboard.press('Enter')
  await said(page, `已报送 ${count} 个村`).waitFor()
  await page.reload()
  await fields.first().waitFor()
  expect(await fields.first().inputValue()).toBe(String(count))
  expect(await fields.last().inputValue()).toBe('1')
  await person.context.close()
})

it('shows where the focus is, and skips to the content first', async () => {
  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  const { open } = await demoPlaces(office.page)
  await office.page.goto(`/console/${demoCounty}/rounds/${open}`)
  await office.page.getByRole('table').first().waitFor()
  await office.page.keyboard.press('Tab')
  const skip = office.page.getByRole('link', { name: '跳到正文' })
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  const seen = await skip.boundingBox()
  expect(seen?.y ?? -1).toBeGreaterThanOrEqual(0)
  await office.page.keyboard.press('Enter')
  expect(await office.page.evaluate(() => document.activeElement?.id)).toBe('content')
  await office.context.close()
})
