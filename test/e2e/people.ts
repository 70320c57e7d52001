import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { expect, inject } from 'vitest'
import { repository } from '../../worker/local/paths.ts'
import { ask } from './console.ts'

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

export type Wanted = {
  device?: Device
  language?: 'zh' | 'en'
  javaScript?: boolean
  /** A browser that fetches everything anew: what such a one shows without a network is what the app itself has kept. */
  forgetful?: boolean
}

/** Somebody at a device of their own: no cookies, storage or cache shared with anybody else. */
export async function aPerson(
  browser: Browser,
  { device = 'desktop', language = 'zh', javaScript = true, forgetful = false }: Wanted = {},
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
  await stayHere(context, forgetful)
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

/**
 * Nothing may be asked of any other machine, which the browser could not find anyway. Routing its requests switches its cache off,
 * and then every page of the console costs twice as much: only those who shall forget are routed.
 */
async function stayHere(context: BrowserContext, forgetful: boolean) {
  const { origin } = new URL(inject('url'))
  const elsewhere = (url: URL) => url.protocol.startsWith('http') && url.origin !== origin
  const refuse = (request: Request) => {
    throw new Error(`A page asked for ${request.url()}`)
  }
  if (forgetful) await context.route(elsewhere, (route) => refuse(route.request()))
  else context.on('request', (request) => elsewhere(new URL(request.url())) && refuse(request))
}

/** Signs in through the page and waits until the console stands. */
export async function signInByForm({ page }: Person, login: string, password: string) {
  await page.goto('/signin/')
  await page.getByRole('textbox', { name: /^(登录名|Login)$/ }).fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/console\/\w+\/cockpit$/)
  await page.locator('h1').waitFor()
}

/** Signs in without a page: the next one that is opened, or asked from, is that of a member. */
export async function signIn({ page }: Person, login: string, password: string) {
  await ask(page, 'POST', '/sessions', { login, password })
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
