import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask } from './console.ts'
import { aPictureOfCode } from './field/code-picture.ts'
import { aGridIn, at, issuesIn, ownArea, sheetOfDeductions } from './field/county.ts'
import {
  aPhone,
  badgeSays,
  button,
  expectSoundOnPhones,
  losesSignal,
  type Phone,
  patiently,
  refreshes,
  takes,
  withCamera,
} from './field/phone.ts'
import { aPicture } from './ledger/pictures.ts'
import { aPerson, type Person, signIn } from './people.ts'

type List<Item> = { items: Item[] }
type Detail = {
  id: string
  text: string
  state: string
  events: { kind: string; photos: unknown[] }[]
  photos: { role: string }[]
}

let browser: Browser
let office: Person
beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
})
afterAll(() => browser.close())

it('an inspection goes on without signal, survives a reload, and is sent when the signal is back', async () => {
  const phone = await aPhone(browser, 'demo-inspector')
  const { page, tap } = phone
  await page.getByRole('navigation').getByRole('link', { name: '督查' }).click()
  await page.getByRole('searchbox', { name: '哪个村' }).fill('qd')
  await page.getByRole('button', { name: /^青渡村/ }).click()
  const first = page.locator('.deduction').first()
  const sheet = await sheetOfDeductions(page)
  // A village that several sheets fit asks which.
  const asked = page.getByRole('button', { name: sheet })
  await first.or(asked).first().waitFor()
  if (await asked.isVisible()) await asked.click()
  await first.waitFor()
  await losesSignal(phone)

  const [more, fewer] = [
    first.getByRole('button', { name: /：加一$/ }),
    first.getByRole('button', { name: /：减一$/ }),
  ]
  await more.click()
  await more.click()
  await more.click()
  await fewer.click()
  await expect.poll(() => first.locator('output').textContent(), patiently).toBe('2')
  await takes(phone, /^“.*”的照片$/, aPicture(120, 90, 60))
  await page.getByLabel('说明', { exact: true }).fill('路口有一堆')
  await page.getByText(/^已存在本机/).waitFor()
  await expectSoundOnPhones(phone)
  await phone.picture('field-inspect')

  const address = page.url()
  await page.goto('/field/')
  await page.getByText(/^没写完的 1$/).waitFor()
  await page.goto(address)
  await expect.poll(() => first.locator('output').textContent(), patiently).toBe('2')
  const score = await page.locator('.running-score strong').textContent()
  await tap('看小结')
  await expect.poll(() => page.locator('.big-score strong').textContent(), patiently).toBe(score)
  await expectSoundOnPhones(phone)
  await phone.picture('field-summary')
  await tap('完成')
  await badgeSays(phone, '未传 1')
  await phone.picture('field-today')

  await phone.context.setOffline(false)
  await page.goto('/field/outbox')
  await badgeSays(phone, '已传完')
  await page.getByText('照片 1/1 已送达').waitFor()
  const { items } = await ask<List<{ id: string }>>(page, 'GET', at('/inspections?limit=1'))
  const sent = await ask<{ score: number; note: string; findings: { count: number; photos: string[] }[] }>(
    page,
    'GET',
    at(`/inspections/${items[0]?.id}`),
  )
  expect(sent.findings).toMatchObject([{ count: 2, photos: [expect.any(String)] }])
  expect([sent.score.toFixed(2), sent.note]).toEqual([score, '路口有一堆'])
  expect(phone.complaints.filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await phone.context.close()
})

it('something found is raised in four taps at the most, with a photo and nothing typed', async () => {
  const phone = await aPhone(browser, 'demo-village')
  const { page, tap } = phone
  const village = await ownArea(page)
  const known = new Set((await issuesIn(page, village)).map(({ id }) => id))
  await tap('发现问题')
  const chosen = page.getByRole('radio', { checked: true })
  const guessed = (await chosen.count()) === 1
  if (!guessed) await page.locator('.category-field label').first().click()
  await takes(phone, '问题照片', aPicture(80, 140, 60))
  const category = await page.locator('.category-field label').filter({ has: chosen }).textContent()
  await expectSoundOnPhones(phone)
  await phone.picture('field-found')
  await tap('报上去')
  // The camera is a tap too, and so is the category where nothing could be guessed.
  expect(phone.taps() + 1 + (guessed ? 0 : 1)).toBeLessThanOrEqual(4)
  const id = await raisedBeside(page, village, known)
  await expect
    .poll(() => ask<Detail>(page, 'GET', at(`/issues/${id}`)), patiently)
    .toMatchObject({ text: category, source: 'self_check', photos: [{ role: 'before' }] })
  expect(phone.complaints).toEqual([])
  await phone.context.close()
})

it('two phones rectify one issue: one wins, the other is told, keeps its photos and sends them as a note', async () => {
  const quick = await aPhone(browser, 'demo-village')
  const slow = await aPhone(browser, 'demo-village')
  const inspector = await aPhone(browser, 'demo-inspector')
  const [village, text] = [await ownArea(quick.page), '村口垃圾箱旁乱堆']
  const issue = await raises(inspector, village, text)
  for (const phone of [quick, slow]) {
    const line = phone.page.locator(`a[href$="/issues/${issue}"]`)
    await refreshes(phone, line)
    await line.click()
    await phone.tap('整改好了')
    await losesSignal(phone)
    await takes(phone, '整改后的照片', phone === quick ? aPicture(10, 120, 40) : aPicture(20, 90, 160))
  }
  await expectSoundOnPhones(quick)
  await quick.picture('field-rectify')
  for (const phone of [quick, slow]) {
    await phone.tap('报整改完成')
    await badgeSays(phone, '未传 1')
  }
  await quick.context.setOffline(false)
  await badgeSays(quick, '已传完')
  await slow.context.setOffline(false)
  await badgeSays(slow, '1 条被退回')

  await slow.page.locator('.unsent').click()
  await slow.page.getByText('别人已经先办了这一步，您的没有算上。').waitFor()
  await slow.page.getByText('1 张照片还在这台手机里。').waitFor()
  await expect.poll(() => slow.page.locator('.photo-states img').count(), patiently).toBe(1)
  await expectSoundOnPhones(slow)
  await slow.picture('field-overtaken')
  await slow.tap('作为补充记录上传')
  await badgeSays(slow, '已传完')
  const kinds = async () => {
    const { events } = await ask<Detail>(slow.page, 'GET', at(`/issues/${issue}`))
    return events.filter(({ kind }) => kind === 'rectified' || kind === 'noted')
  }
  await expect.poll(kinds, patiently).toMatchObject([
    { kind: 'rectified', photos: [{}] },
    { kind: 'noted', photos: [{}] },
  ])
  await slow.context.close()

  await refreshes(inspector, inspector.page.locator(`a[href$="/issues/${issue}"]`))
  await withCamera(inspector, '#3a7')
  await inspector.page.goto(`/field/issues/${issue}`)
  await expectSoundOnPhones(inspector)
  await inspector.picture('field-issue')
  await inspector.tap('核验通过')
  await inspector.tap('叠着整改前的照片拍')
  await expectSoundOnPhones(inspector)
  await inspector.picture('field-camera')
  await inspector.page
    .getByRole('region', { name: '叠着整改前的照片拍' })
    .getByRole('button', { name: '拍照' })
    .click()
  await inspector.page.getByRole('group', { name: '整改后的照片' }).locator('img').waitFor()
  await inspector.tap('通过并销号')
  await badgeSays(inspector, '已传完')
  await expect
    .poll(async () => (await ask<Detail>(quick.page, 'GET', at(`/issues/${issue}`))).state, patiently)
    .toBe('closed')
  for (const phone of [quick, inspector]) await phone.context.close()
})

/** The id of the issue that a village has beside those known, as soon as it has one. */
async function raisedBeside(page: Page, village: string, known: ReadonlySet<string>): Promise<string> {
  const fresh = async () => (await issuesIn(page, village)).filter(({ id }) => !known.has(id))
  await expect.poll(async () => (await fresh()).length, patiently).toBe(1)
  return (await fresh())[0]?.id ?? ''
}

/** Raises an issue with a photo in a village, and answers its id once the photo has arrived. */
async function raises(phone: Phone, village: string, text: string): Promise<string> {
  const { page } = phone
  const known = new Set((await issuesIn(page, village)).map(({ id }) => id))
  await page.goto(`/field/found?area=${village}`)
  await takes(phone, '问题照片', aPicture(150, 60, 40))
  await page.locator('.category-field input').first().check()
  await page.getByLabel('说几句（可以不填）').fill(text)
  await phone.tap('报上去')
  const id = await raisedBeside(page, village, known)
  await expect
    .poll(async () => (await ask<Detail>(page, 'GET', at(`/issues/${id}`))).photos.length, patiently)
    .toBe(1)
  return id
}

it('a grid is patrolled; what is not good leads on to a report from that point', async () => {
  const phone = await aPhone(browser, 'demo-grid')
  const { page, tap } = phone
  const grid = await aGridIn(office.page, await ownArea(page), '一号网格', ['垃圾收集点', '公厕', '水渠口'])
  const { items: grids } = await ask<List<unknown>>(page, 'GET', at('/grids'))
  await refreshes(phone, page.getByText(`巡查网格（${grids.length} 个）`))
  await page.goto(`/field/patrol?grid=${grid}`)
  for (const [name, word] of [
    ['垃圾收集点', '好'],
    ['公厕', '不好'],
  ] as const) {
    const point = page.getByRole('group', { name })
    await point.getByRole('radio', { name: word, exact: true }).check()
  }
  await page.getByText('2 / 3').waitFor()
  await expectSoundOnPhones(phone)
  await phone.picture('field-patrol')
  await tap('报“公厕”的问题')
  expect(await page.getByLabel('具体位置（可以不填）').inputValue()).toBe('公厕')
  await page.goBack()
  await tap('巡查完了')
  await badgeSays(phone, '已传完')
  await expect
    .poll(
      async () => (await ask<List<{ grid: string }>>(page, 'GET', at(`/patrols?grid=${grid}`))).items,
      patiently,
    )
    .toMatchObject([{ grid, points: [{ good: true }, { good: false }] }])
  expect(phone.complaints).toEqual([])
  await phone.context.close()
})

it('a picture of a village’s code opens the village', async () => {
  const phone = await aPhone(browser, 'demo-village')
  const { page } = phone
  const village = await ownArea(page)
  const { items } = await ask<List<{ code: string }>>(office.page, 'POST', at('/field-codes'), {
    areas: [village],
  })
  await page.goto('/field/scan')
  await page.getByLabel('从相册选一张二维码').setInputFiles({
    ...{ name: 'wall.png', mimeType: 'image/png' },
    buffer: aPicture(90, 90, 90),
  })
  await page.getByText('这张图里没有看到二维码。').waitFor()
  await expectSoundOnPhones(phone)
  const address = new URL(`/field/q/${items[0]?.code}`, page.url()).href
  await page.getByLabel('从相册选一张二维码').setInputFiles({
    ...{ name: 'code.png', mimeType: 'image/png' },
    buffer: aPictureOfCode(address),
  })
  await page.waitForURL(`**/field/areas/${village}`)
  await button(phone, '发现问题').waitFor()
  await phone.context.close()
})
