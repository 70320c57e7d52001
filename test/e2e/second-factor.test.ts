import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBase32 } from '../../worker/actions/identity/second-factor/base32.ts'
import { codeAt, stepAt } from '../../worker/actions/identity/second-factor/totp.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask, row } from './console.ts'
import { aPerson, expectSound, type Person } from './people.ts'

const county = '632822'
const password = 'eleven-geese-over-the-lake'
let browser: Browser
let office: Person
let secret: string
let recoveryCodes: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  await office.page.goto('/signin/')
  const account = { name: '县办主任', login: 'factor-office', password }
  await ask(office.page, 'POST', '/signup', { county, office: '县整治办', account })
})
afterAll(() => browser.close())

it('an administrator turns it on with the app on the phone, and keeps ten recovery codes', async () => {
  const { page } = office
  await page.goto(`/console/${county}/cockpit`)
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('menuitem', { name: '我的账号' }).click()
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor()
  await page.getByRole('button', { name: '开启两步验证' }).click()
  const enrolled = await enrol(page)
  secret = enrolled.secret
  recoveryCodes = enrolled.recoveryCodes
  expect(recoveryCodes).toHaveLength(10)
  await page.getByText('恢复码还剩 10 个').waitFor()
  await expectSound(office, 'zh')
})

it('signs in with password and code; the same code is refused, a recovery code works once', async () => {
  const { page } = office
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL('**/signin/')
  const code = await codeAt(fromBase32(secret), stepAt(Date.now()) + 1)
  await firstStep(page)
  await expectSound(office, 'zh')
  await secondStep(page, code)
  await page.waitForURL(`**/console/${county}/cockpit`)

  const other = await aPerson(browser, { device: 'phone', language: 'en' })
  await firstStep(other.page)
  await secondStep(other.page, code)
  await other.page.getByText(/Each code works once/).waitFor()
  await expectSound(other, 'en')
  await secondStep(other.page, recoveryCodes[0]?.toLowerCase() ?? '')
  await other.page.waitForURL(`**/console/${county}/cockpit`)
  await other.page.goto('/console/account')
  await other.page.getByText('Recovery codes left: 9.').waitFor()
  await expectSound(other, 'en')
  expect(other.complaints).toEqual([])
  await other.context.close()
})

it('asks it of the county’s other administrators, who are led to it', async () => {
  const { page } = office
  const invited = await ask<{ activation: { url: string } }>(page, 'POST', `/counties/${county}/members`, {
    ...{ name: '副主任', login: 'factor-deputy', role: 'county_admin' },
  })
  await page.goto(`/console/${county}/members`)
  await row(page, /factor-office.*两步验证/).waitFor()
  await page.getByRole('switch', { name: '管理员登录需要两步验证' }).click()
  await page.getByText('已要求管理员开启两步验证').waitFor()

  const deputy = await aPerson(browser, { device: 'phone' })
  await deputy.page.goto(invited.activation.url)
  await deputy.page.locator('input[name=password]').fill('seven-herons-by-the-weir')
  await deputy.page.locator('button[type=submit]').click()
  await deputy.page.getByText(/要求管理员开启两步验证/).waitFor()
  await expectSound(deputy, 'zh')
  expect(await deputy.page.getByRole('alert').count(), 'nothing failed to load').toBe(1)
  await deputy.page.getByRole('button', { name: '开启两步验证' }).click()
  await enrol(deputy.page, 'seven-herons-by-the-weir')
  await deputy.page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  await deputy.context.close()
  expect(office.complaints).toEqual([])
})

async function enrol(page: Page, own = password) {
  const factor = page.getByRole('region', { name: '两步验证' })
  await factor.getByLabel('现在的密码').fill(own)
  await page.getByRole('button', { name: '下一步' }).click()
  const secret = (await page.getByRole('textbox', { name: '密钥' }).inputValue()).replaceAll(' ', '')
  await page.getByLabel('身份验证器现在显示的').fill(await codeAt(fromBase32(secret), stepAt(Date.now())))
  await page.getByRole('button', { name: '确认并开启' }).click()
  const codes = page.getByRole('list', { name: '恢复码' }).getByRole('listitem')
  await codes.first().waitFor()
  const recoveryCodes = await codes.allTextContents()
  await page.getByRole('button', { name: '已经收好' }).click()
  return { secret, recoveryCodes }
}

async function firstStep(page: Page) {
  if (!page.url().endsWith('/signin/')) await page.goto('/signin/')
  await page.getByRole('textbox', { name: /^(登录名|Login)$/ }).fill('factor-office')
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('input[name=code]').waitFor()
}

async function secondStep(page: Page, code: string) {
  await page.locator('input[name=code]').fill(code)
  await page.locator('button[type=submit]').click()
}
