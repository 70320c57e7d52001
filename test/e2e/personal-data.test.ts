import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { aPerson, expectSound, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('the office finds a former village head, keeps a namesake’s post, and erases the rest', async () => {
  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  const { page } = office
  const name = '澹台试'
  const api = `/api/v1/counties/${demoCounty}`
  const areas = await page.request.get(`${api}/areas?level=village&limit=2`)
  const { items } = (await areas.json()) as { items: { id: string; name: string }[] }
  const origin = inject('url')
  for (const { id } of items) {
    const data = { area: id, post: 'village_cadre', holder: name, startsOn: '2025-01-01' }
    expect((await page.request.post(`${api}/posts`, { data, headers: { origin } })).status()).toBe(201)
  }
  await page.goto(`/console/${demoCounty}/privacy`)
  await page.getByLabel('姓名').fill(name)
  await page.keyboard.press('Enter')
  const places = page.getByRole('table').filter({ hasText: '不是此人' })
  await places.getByText('挂村干部').first().waitFor()
  await places.getByRole('checkbox', { name: '不是此人' }).first().check()
  await page.getByRole('button', { name: '删除此人的信息' }).click()
  const dialog = page.getByRole('dialog')
  const erase = dialog.getByRole('button', { name: '删除此人的信息' })
  expect(await erase.isDisabled()).toBe(true)
  await dialog.getByLabel('请完整输入姓名来确认').fill(name)
  await erase.click()
  await page.getByText('已删除。').waitFor()
  const left = await page.request.get(`${api}/posts?limit=500`)
  const holders = ((await left.json()) as { items: { holder: string }[] }).items.map(({ holder }) => holder)
  expect(holders.filter((holder) => holder === name)).toHaveLength(1)
  await expectSound(office, 'zh')
  await office.context.close()
})

it('anybody finds from a county’s page what it holds of people, on a phone', async () => {
  const reader = await aPerson(browser, { device: 'phone' })
  await reader.page.goto(`/c/${demoCounty}`)
  await reader.page.getByRole('link', { name: '个人信息说明' }).click()
  await reader.page.getByRole('heading', { name: '个人信息说明' }).waitFor()
  await expectSound(reader, 'zh')
  await reader.context.close()
})
