import { expect } from 'vitest'
import { dialog, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console } from './county.ts'
import { aPicture } from './pictures.ts'

/** The card of an issue in a list, by its text. */
export function card({ page }: Person, text: string) {
  return page.getByRole('article').filter({ hasText: text })
}

/** The village's secretary opens the ledger on a phone and lands on what the village owes, the most pressing first. */
export async function findsOwed(phone: Person, texts: readonly string[]) {
  const { page } = phone
  await page.goto(`${console}/issues`)
  await page.getByRole('heading', { level: 1, name: '我要办的' }).waitFor()
  await page.getByText(`${texts.length} 件要整改，快到期的在前`).waitFor()
  for (const text of texts) await card(phone, text).waitFor()
  await expectSound(phone, 'zh')
  await phone.picture('my-issues')
}

/** Two taps: done, and send; a photo of the place as it is now comes along. */
export async function rectifies(phone: Person, text: string, note: string, colour: [number, number, number]) {
  const { page } = phone
  await page.goto(`${console}/issues/mine`)
  await card(phone, text).getByRole('button', { name: '整改好了' }).click()
  const form = dialog(page)
  await form.getByText(text).waitFor()
  await addPhoto(phone, aPicture(...colour))
  await form.getByLabel('怎么整改的').fill(note)
  await expectSound(phone, 'zh')
  await phone.picture('rectify')
  await form.getByRole('button', { name: '报整改完成' }).click()
  await said(page, /整改完成，已记下/).waitFor()
  await card(phone, text).waitFor({ state: 'detached' })
}

/** Adds a photo to the form on top and waits until it is stored. */
export async function addPhoto({ page }: Person, bytes: Buffer, group?: string) {
  const form = group === undefined ? dialog(page) : page.getByRole('group', { name: group })
  const before = await form.getByRole('button', { name: /^移除第/ }).count()
  await form
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: bytes })
  await expect.poll(() => form.getByRole('button', { name: /^移除第/ }).count()).toBe(before + 1)
  await expect.poll(() => form.getByRole('progressbar').count()).toBe(0)
}
