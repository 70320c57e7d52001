import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask } from './console.ts'
import { at } from './field/county.ts'
import { aPhone, badgeSays } from './field/phone.ts'
import { keptOn } from './field/stored.ts'
import { makesVisit, villagesOn } from './field/visit.ts'
import { aPerson, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Sheet = { id: string; name: string; version: number; items: { name: string }[] }
type Inspection = { id: string; version: number }

it('a new version of the sheet comes out while drafts wait: they go through as they were made', async () => {
  const phone = await aPhone(browser, 'demo-inspector')
  const { page, context } = phone
  const [village = ''] = await villagesOn(page)
  await context.setOffline(true)
  await makesVisit(page, village, 0)
  const made = (await keptOn(page)).records.map(({ id }) => id)

  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  const { items } = await ask<{ items: Sheet[] }>(office.page, 'GET', at('/sheets'))
  const sheet = items.find(({ name }) => name === '村庄人居环境检查表')
  if (!sheet) throw new Error('no such sheet')
  // Used or not, what changes is a version of its own or frozen for those who have made theirs with the old one.
  const inspected = await ask<{ items: Inspection[] }>(
    office.page,
    'GET',
    at(`/inspections?sheet=${sheet.id}&limit=1`),
  )
  expect(inspected.items.length).toBe(1)
  const changed = sheet.items.map((item, nth) => (nth === 0 ? { ...item, name: `${item.name}（新）` } : item))
  const newer = await ask<Sheet>(office.page, 'PATCH', at(`/sheets/${sheet.id}`), {
    version: sheet.version,
    items: changed,
  })
  expect(newer.version).toBe(sheet.version + 1)

  await context.setOffline(false)
  await page.goto('/field/outbox')
  await badgeSays(phone, '已传完')
  for (const id of made) {
    const kept = await ask<Inspection>(page, 'GET', at(`/inspections/${id}`))
    expect(kept).toMatchObject({ id, version: sheet.version })
  }
  // As it was, for the stories that follow.
  await ask(office.page, 'PATCH', at(`/sheets/${sheet.id}`), { version: newer.version, items: sheet.items })
  await office.context.close()
  await context.close()
})

it('a session that ends without signal keeps everything; another on the phone sees none of it, the owner sends it', async () => {
  const phone = await aPhone(browser, 'demo-inspector')
  const { page, context } = phone
  const [village = ''] = await villagesOn(page)
  await context.setOffline(true)
  await makesVisit(page, village, 0)
  const mine = await keptOn(page)
  await context.clearCookies({ name: /__Host/ })
  await context.setOffline(false)
  await page.reload()
  await page.getByText('登录已过期，填的都还在，登录后接着传。').waitFor()
  await badgeSays(phone, '未传 1')

  // A colleague borrows the phone meanwhile.
  await page.getByRole('link', { name: '去登录' }).click()
  await signsInHere(page, 'demo-township')
  await badgeSays(phone, '已传完')
  await page.goto('/field/outbox')
  await page.getByText('都传完了。').waitFor()
  await expect.poll(() => page.locator('.record').count()).toBe(0)
  expect((await keptOn(page)).records.map(({ id, state }) => [id, state])).toEqual([
    [mine.records[0]?.id, 'waiting'],
  ])

  await page.goto('/field/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await signsInHere(page, 'demo-inspector')
  await badgeSays(phone, '已传完')
  const { id } = await ask<Inspection>(page, 'GET', at(`/inspections/${mine.records[0]?.id}`))
  expect(id).toBe(mine.records[0]?.id)
  await context.close()
})

async function signsInHere(page: Page, login: string) {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('form button[type=submit]').click()
}
