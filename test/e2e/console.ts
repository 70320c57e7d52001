import type { Locator, Page } from 'playwright-core'
import { inject } from 'vitest'

/** The dialog on top. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog').last()
}

/** Chooses from one of the console's drop-downs, by the label of the field and the text of the choice. */
export async function choose(within: Page | Locator, field: string | RegExp, choice: string) {
  const box = within.getByRole('combobox', { name: field })
  const page = 'goto' in within ? within : within.page()
  await box.click()
  // A long list draws only the choices in sight.
  if (await box.isEditable()) await box.fill(choice)
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: choice })
    .first()
    .click()
}

/** Says yes to "are you sure?". */
export async function confirm(page: Page, button: string) {
  await dialog(page).getByRole('button', { name: button, exact: true }).click()
}

/** What the console says at the top of the screen when something is done. */
export function said(page: Page, text: string | RegExp): Locator {
  return page.locator('.sayings, .ant-message').getByText(text).last()
}

/** Opens a tab of a page. */
export async function openTab(page: Page, name: string) {
  await page.getByRole('tab', { name, exact: true }).click()
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
}

/** The row of a table that begins with, or holds, a text. */
export function row(within: Page | Locator, text: string | RegExp): Locator {
  return within.getByRole('row').filter({ hasText: text }).first()
}

/** A file for an upload button, which has its file chooser hidden behind it. */
export async function chooseFile(within: Page | Locator, name: string, bytes: Uint8Array) {
  await within
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

/** A request with the session of whoever is at the page, whatever stands there. Answers the body; throws where the server refuses. */
export async function ask<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  // Of a page that came another way, by that way; of none yet, from the server.
  const { origin } = new URL(page.url().startsWith('http') ? page.url() : inject('url'))
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
  return JSON.parse(text)
}
