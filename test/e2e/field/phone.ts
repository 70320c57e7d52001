import type { Browser, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../../../schema/demo/people.ts'
import { seriousFaults } from '../axe.ts'
import { aPerson, expectSound, type Person, type Wanted } from '../people.ts'

/** What is sent takes its time on a busy machine. */
export const patiently = { timeout: 20_000 }

export type Phone = Person & {
  /** A button or a link by its words, within the whole screen. */
  tap(name: string | RegExp): Promise<void>
  /** How often something was tapped. */
  taps(): number
}

/** A member's phone, signed in to the field app and synced. */
export async function aPhone(browser: Browser, login: string, wanted: Wanted = {}): Promise<Phone> {
  const person = await aPerson(browser, { device: 'phone', forgetful: true, ...wanted })
  const { page } = person
  let taps = 0
  const tap = async (name: string | RegExp) => {
    taps += 1
    await button(person, name).click()
  }
  await page.goto('/field/')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('button[type=submit]').click()
  await page.getByText(/^(上次同步|Last synced) /).waitFor()
  await page.locator('.about').waitFor()
  return { ...person, tap, taps: () => taps }
}

export function button({ page }: Person, name: string | RegExp): Locator {
  const options = typeof name === 'string' ? { name, exact: true } : { name }
  return page.getByRole('button', options).or(page.getByRole('link', options)).first()
}

/** Takes a picture with the camera of a group of photos, and waits until it is kept. */
export async function takes({ page }: Person, group: string | RegExp, bytes: Buffer, button = '拍照') {
  const photos = page.getByRole('group', { name: group })
  const before = await photos.getByRole('img').count()
  await photos
    .getByLabel(button, { exact: true })
    .setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: bytes })
  await expect.poll(() => photos.locator('img').count(), patiently).toBe(before + 1)
}

/** Takes the signal away, once the phone has put by what it needs to open without it. */
export async function losesSignal({ page, context }: Person) {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
}

/** Opens the day's list and fetches what is new, until the list shows it. */
export async function refreshes({ page }: Person, shown: Locator) {
  await page.goto('/field/')
  await expect
    .poll(async () => {
      const refresh = page.getByRole('button', { name: '刷新' })
      if (await refresh.isEnabled()) await refresh.click()
      return shown.count()
    }, patiently)
    .toBeGreaterThan(0)
}

/** What the badge at the top says. */
export async function badgeSays({ page }: Person, text: string | RegExp) {
  await page.locator('.unsent').filter({ hasText: text }).waitFor()
}

/** That the screen is sound at a phone's width and on the narrowest, for those who read with their ears as well. */
export async function expectSoundOnPhones(phone: Person, language: 'zh' | 'en' = 'zh') {
  const size = phone.page.viewportSize() ?? { width: 390, height: 844 }
  await expectSound(phone, language)
  await phone.page.setViewportSize({ ...size, width: 320 })
  await expectSound(phone, language)
  // On a screen as tall as the page nothing is covered by what sticks to its bottom.
  const height = await phone.page.evaluate(() => document.documentElement.scrollHeight)
  await phone.page.setViewportSize({ width: 320, height: Math.max(size.height, height) })
  expect(await seriousFaults(phone.page, { colours: language === 'zh' })).toEqual([])
  await phone.page.setViewportSize(size)
}

/** Gives the phone a camera that sees one colour; has to come before the page is opened. */
export async function withCamera({ context }: Person, colour: string) {
  await context.addInitScript((colour) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 640
      canvas.height = 480
      const pencil = canvas.getContext('2d')
      const draw = () => {
        if (pencil) pencil.fillStyle = colour
        pencil?.fillRect(0, 0, 640, 480)
        requestAnimationFrame(draw)
      }
      draw()
      return canvas.captureStream()
    }
  }, colour)
}
