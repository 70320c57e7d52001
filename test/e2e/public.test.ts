import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { demoPlaces, type Places } from './demo-places.ts'
import { aPerson, expectSound, signIn } from './people.ts'

let browser: Browser
let places: Places
const site = `/c/${demoCounty}`

beforeAll(async () => {
  browser = await launchBrowser()
  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  places = await demoPlaces(office.page)
  await office.context.close()
})
afterAll(() => browser.close())

const pages = () => [
  site,
  `${site}/boards/${places.board}`,
  `${site}/boards/${places.board}/rounds`,
  `${site}/villages/${places.village}`,
  `${site}/archive`,
  `${site}/about`,
]

/** Opens a page and gives every answer the browser fetched for it, with its bytes on the wire. */
async function opened(page: Page, path: string): Promise<{ answers: Response[]; bytes: number }> {
  const answers: Response[] = []
  const hear = (answer: Response) => answers.push(answer)
  page.on('response', hear)
  await page.goto(path, { waitUntil: 'networkidle' })
  page.off('response', hear)
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()))
  return { answers, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) }
}

describe.each(['zh', 'en'] as const)('in %s, without JavaScript', (language) => {
  it.each(['phone', 'desktop'] as const)(
    'every page is sound and is one request, on a %s',
    async (device) => {
      const stranger = await aPerson(browser, { device, language, javaScript: false })
      for (const path of pages()) {
        const { answers, bytes } = await opened(stranger.page, path)
        expect(answers.map((answer) => new URL(answer.url()).pathname)).toEqual([path])
        expect(bytes, path).toBeLessThan(30_000)
        await expectSound(stranger, language)
        await stranger.picture(`public-${path.split('/')[3] ?? 'county'}`)
      }
      expect(stranger.complaints).toEqual([])
      await stranger.context.close()
    },
  )
})

it('a second visit within the minute asks for nothing', async () => {
  // A browser whose requests are watched over keeps nothing; this one is as it comes.
  const context = await browser.newContext({ baseURL: inject('url') })
  const page = await context.newPage()
  const path = `${site}/boards/${places.board}`
  await page.goto(path)
  await page.goto(`${site}/about`)
  await page.goto(path)
  const transferred = await page.evaluate(() =>
    performance
      .getEntriesByType('navigation')
      .map((entry) => (entry as PerformanceNavigationTiming).transferSize),
  )
  expect(transferred).toEqual([0])
  await context.close()
})

it('the parts of the site lead to each other, to a township and to a past round', async () => {
  const { context, page } = await aPerson(browser, { device: 'phone', javaScript: false })
  await page.goto(site)
  const parts = page.getByRole('navigation', { name: '本县公开的内容' })
  await parts.getByRole('link', { name: '往期' }).click()
  await page.getByRole('link', { name: '第 3 期' }).click()
  await page.getByRole('heading', { level: 1, name: /第 3 期$/ }).waitFor()
  expect(await parts.locator('[aria-current]').textContent()).toBe('往期')
  await page.getByRole('link', { name: '看最近一期' }).click()
  const townships = page.getByRole('navigation', { name: '按乡镇看' })
  await townships.getByRole('link').nth(1).click()
  await page.waitForURL(/township=/)
  await parts.getByRole('link', { name: '规则说明' }).click()
  await page.getByRole('heading', { level: 1, name: '名次是怎么来的' }).waitFor()
  await page.getByRole('link', { name: '本页二维码' }).click()
  await page.getByRole('img', { name: /二维码/ }).waitFor()
  await context.close()
})

it('on paper the code is there, the navigation is not, and colours have their word', async () => {
  const { context, page } = await aPerson(browser, { javaScript: false })
  await page.goto(`${site}/boards/${places.board}`)
  expect(await page.locator('#qr').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  const code = await page.locator('#qr svg').boundingBox()
  // 32 mm at 96 dots an inch.
  expect(code?.width).toBeGreaterThan(113)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.locator('tr.red .band').first().textContent()).toBe('!红')
  await context.close()
})

it('a county that does not exist is a page in the site’s style', async () => {
  const stranger = await aPerson(browser, { device: 'phone', language: 'en', javaScript: false })
  expect((await stranger.page.goto('/c/000000'))?.status()).toBe(404)
  await stranger.page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  await expectSound(stranger, 'en')
  await stranger.context.close()
})
