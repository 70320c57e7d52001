import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { repository } from '../../worker/local/paths.ts'

export type Device = 'desktop' | 'phone'
export const widthOf: Record<Device, number> = { desktop: 1280, phone: 390 }

export type Person = {
  page: Page
  context: BrowserContext
  /** What the browser complained about so far: exceptions and console errors. */
  complaints: string[]
  /** Keeps a picture of what is on screen, where `npm run screenshots` asked for pictures. */
  picture(name: string): Promise<void>
}

export type Wanted = { device?: Device; language?: 'zh' | 'en'; javaScript?: boolean }

/** Somebody at a device of their own: no cookies, storage or cache shared with anybody else. */
export async function aPerson(
  browser: Browser,
  { device = 'desktop', language = 'zh', javaScript = true }: Wanted = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: inject('url'),
    viewport: { width: widthOf[device], height: device === 'phone' ? 844 : 800 },
    deviceScaleFactor: device === 'phone' ? 1.5 : 1,
    hasTouch: device === 'phone',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
  })
  // Longer than a busy machine ever stands still.
  context.setDefaultTimeout(60_000)
  await stayHere(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !refusal.test(message.text())) complaints.push(message.text())
  })
  const picture = (name: string) => takePicture(page, `${name}-${language}-${widthOf[device]}`)
  return { page, context, complaints, picture }
}

/** The server saying no is part of a story; the browser notes it as an error all the same. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/

/** Nothing may be asked of any other machine. */
async function stayHere(context: BrowserContext) {
  const { origin } = new URL(inject('url'))
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    (route) => {
      throw new Error(`A page asked for ${route.request().url()}`)
    },
  )
}

/** Signs in through the page and waits until the console stands. */
export async function signIn({ page }: Person, login: string, password: string) {
  await page.goto('/signin/')
  await page.getByRole('textbox', { name: /^(登录名|Login)$/ }).fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/console\/\w+\/cockpit$/)
  await page.locator('h1').waitFor()
}

/** That a page is one of ours, in the right language and no wider than the screen. */
export async function expectSound({ page }: Person, language: 'zh' | 'en') {
  expect(await page.title(), page.url()).toMatch(/\S/)
  expect(await page.locator('html').getAttribute('lang'), page.url()).toBe(language === 'zh' ? 'zh-CN' : 'en')
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(seen)
}

const folder = join(repository, 'test/e2e/screenshots')

async function takePicture(page: Page, name: string) {
  if (process.env.XIANGBANG_SCREENSHOTS === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  )
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  // Enough to see what it is about, and small enough to keep.
  const clip = { x: 0, y: 0, width, height: width === widthOf.desktop ? 680 : height }
  await page.screenshot({ path: join(folder, `${name}.png`), clip, animations: 'disabled', caret: 'hide' })
}
