import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { aJpeg } from '../support/pictures.ts'
import { aPerson, expectSound, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('A letter written on a phone without JavaScript is taken up by the office, and its writer sees it', async () => {
  const writer = await aPerson(browser, { device: 'phone', javaScript: false })
  const { page } = writer
  await page.goto(`/c/${demoCounty}`)
  await page.getByRole('link', { name: '投诉建议' }).click()
  await page.getByLabel('具体情况').fill('很脏很乱')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    '请选一个村，或者写清地点。',
    '请写清具体情况，至少 5 个字。',
  ])
  expect(await page.getByLabel('具体情况').inputValue()).toBe('很脏很乱')
  await writer.picture('complaint-form')

  const text = '戏台后面的垃圾堆了半个月，苍蝇很多，请派人清一清。'
  await page.getByLabel('是哪一类').selectOption({ label: '垃圾堆' })
  await page.getByLabel('村（社区）').selectOption({ index: 2 })
  await page.getByLabel('地点', { exact: true }).fill('戏台后面')
  await page.getByLabel('具体情况').fill(text)
  await page
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(aJpeg(640, 480, { exif: 'GPS' })) },
    ])
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '收到了' }).waitFor()
  const code = (await page.locator('output').textContent()) ?? ''
  await writer.picture('complaint-receipt')

  await page.getByRole('link', { name: '凭查询码看办理情况' }).click()
  expect(await standing(page, 'AAAA-BBBB')).toBe('没有查到这个查询码')
  expect(await standing(page, code.toLowerCase().replaceAll('-', ' '))).toBe('已收到')
  expect(page.url()).not.toContain(code)

  const office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  await office.page.goto(`/console/${demoCounty}/complaints?state=all`)
  await office.page.getByRole('link', { name: text }).first().click()
  await office.page.getByRole('button', { name: '转为问题' }).click()
  const dialog = office.page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '照片 1' }).waitFor()
  await dialog.getByLabel('问题内容').fill('戏台后垃圾堆积半个月')
  await dialog.getByRole('button', { name: '转为问题' }).click()
  await office.page.getByText(/已转为问题 \d+ 号/).waitFor()
  await office.page.getByText('正在办理').waitFor()
  await office.picture('complaint-desk')
  await expectSound(office, 'zh')

  await page.getByRole('link', { name: '查另一个查询码' }).click()
  expect(await standing(page, code)).toBe('正在办理')
  await expectSound(writer, 'zh')
  expect([...writer.complaints, ...office.complaints]).toEqual([])
  await writer.context.close()
  await office.context.close()
})

/** What the page of a tracking code is headed with. */
async function standing(page: Page, code: string): Promise<string | null> {
  await page.getByLabel('查询码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  return page.locator('h1').textContent()
}
