import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aPicture } from '../ledger/pictures.ts'
import { stored } from './stored.ts'

/** Addresses of the villages that the phone offers. */
export async function villagesOn(page: Page): Promise<string[]> {
  const { bundle } =
    (
      await stored<{ bundle: { areas: { id: string; level: string; name: string }[] } }>(page, 'bundles')
    )[0] ?? {}
  const villages = (bundle?.areas ?? []).filter(({ level }) => level === 'village')
  expect(villages.length).toBeGreaterThan(20)
  return villages.map(({ id }) => id)
}

/** One visit: a village, a deduction, two photos, finished. Waits until the phone says that it is kept. */
export async function makesVisit(page: Page, village: string, visit: number) {
  await page.evaluate((to) => {
    history.pushState({ depth: 0 }, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/field/inspect/${village}`)
  const deduction = page.locator('.deduction').first()
  const choice = page.getByRole('heading', { name: /^(用哪张打分表|或者另填一份)$/ })
  await choice.or(deduction).first().waitFor()
  if (await choice.isVisible()) await page.getByRole('button', { name: /^村庄人居环境检查表/ }).click()
  await deduction.getByRole('button', { name: /：加一$/ }).click()
  const whole = page.getByRole('group', { name: '整体照片' })
  const files = [0, 1].map((at) => ({
    name: `IMG_${visit}_${at}.png`,
    mimeType: 'image/png',
    buffer: aPicture(5 * visit, 250 - 5 * visit, 200 * at),
  }))
  await whole.locator('input[multiple]').setInputFiles(files)
  await expect.poll(() => whole.locator('img').count(), { timeout: 60_000 }).toBe(2)
  await expect.poll(() => whole.locator('.busy').count(), { timeout: 60_000 }).toBe(0)
  await page.getByRole('button', { name: '看小结' }).click()
  await page.getByRole('button', { name: '完成', exact: true }).click()
  await page
    .locator('.unsent')
    .filter({ hasText: `未传 ${visit + 1}` })
    .waitFor()
}
