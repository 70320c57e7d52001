import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { seriousFaults } from './axe.ts'
import { aPerson, expectSound, type Person, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const title = '河边的垃圾桶换成带盖的'

it('an article is written, its photo blurred by keyboard and finger, reviewed by another and read by anybody', async () => {
  const writer = await aPerson(browser, { device: 'phone' })
  await signIn(writer, 'demo-reporter', demoPassword)
  const address = await drafted(writer)
  await writer.page.getByText('有照片标了要打码，还没有打码。').waitFor()
  expect(await writer.page.getByRole('button', { name: '提交审核' }).isDisabled()).toBe(true)
  await blurs(writer)
  await writer.page.getByRole('button', { name: '提交审核' }).click()
  await writer.page.getByText('待审核').first().waitFor()
  expect(await writer.page.getByRole('button', { name: '审核通过并发布' }).count()).toBe(0)

  const reviewer = await aPerson(browser)
  await signIn(reviewer, demoOffice, demoPassword)
  await reviewer.page.goto(`/console/${demoCounty}/columns?state=in_review`)
  await reviewer.page.getByRole('link', { name: title }).first().click()
  await reviewer.page.getByText('原照片，只有撰稿和审核的人能看').waitFor()
  await expectSound(reviewer, 'zh')
  expect(await seriousFaults(reviewer.page, { colours: true })).toEqual([])
  await reviewer.picture('column-review')
  await reviewer.page.getByRole('button', { name: '审核通过并发布' }).click()
  await reviewer.page.getByRole('link', { name: '公开网页' }).waitFor()

  const anybody = await aPerson(browser, { device: 'phone', javaScript: false })
  await anybody.page.goto(`/c/${demoCounty}/columns`)
  await anybody.page.getByRole('link', { name: title }).first().click()
  await anybody.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await anybody.picture('column-public')
  const picture = await anybody.page.getByRole('img', { name: '河边' }).getAttribute('src')
  expect(picture).toContain(`/c/${demoCounty}/columns/`)
  await seenBlurred(reviewer.page, picture ?? '')

  await reviewer.page.goto(address)
  await reviewer.page.getByRole('button', { name: '撤下' }).click()
  await reviewer.page.getByRole('dialog').getByRole('textbox').fill('换一张照片再发')
  await reviewer.page
    .getByRole('dialog')
    .getByRole('button', { name: /撤\s*下/ })
    .click()
  await reviewer.page.getByText('已撤下').first().waitFor()
  const gone = await anybody.page.reload()
  expect(gone?.status()).toBe(410)
  for (const { complaints, context } of [writer, reviewer, anybody]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

it('an exposure begins at an issue, with its words and its place', async () => {
  const person = await aPerson(browser)
  await signIn(person, demoOffice, demoPassword)
  const { page } = person
  await page.goto(`/console/${demoCounty}/issues?settled=false`)
  await page.locator('main a[href*="/issues/demo-issue-"]').first().click()
  const words = await page.locator('.issue-words').textContent()
  await page.getByRole('link', { name: '写曝光' }).click()
  const text = page.getByRole('textbox', { name: '正文' })
  await text.waitFor()
  expect(await text.inputValue()).toBe(words)
  await page.getByRole('textbox', { name: '题目' }).fill('请抓紧整改')
  await page.getByRole('button', { name: '存草稿' }).click()
  await page.getByRole('heading', { level: 1, name: '请抓紧整改' }).waitFor()
  await page.getByRole('link', { name: /^第 \d+ 号问题$/ }).waitFor()
  await page.getByRole('button', { name: /作\s*废/ }).click()
  await page.getByText('已作废').first().waitFor()
  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await page.getByText('已恢复成草稿').waitFor()
  expect(person.complaints).toEqual([])
  await person.context.close()
})

/** Drafts an article with a photo that must be blurred; gives its page's address. */
async function drafted({ page }: Person): Promise<string> {
  await page.goto(`/console/${demoCounty}/columns/new`)
  await page.getByRole('textbox', { name: '题目' }).fill(title)
  await page.getByRole('textbox', { name: '正文' }).fill('不再有异味，也不再被风吹翻。\n<b>每天一清。</b>')
  await page.getByRole('combobox', { name: '地方' }).click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByRole('radio', { name: '公众' }).check()
  const photo = { name: 'river.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await speckled(page)) }
  await page.locator('fieldset input[type=file][multiple]').first().setInputFiles(photo)
  await page.getByRole('textbox', { name: '第 1 张照片的说明' }).fill('河边')
  await page.getByRole('checkbox', { name: '要打码' }).check()
  await page.getByRole('button', { name: '存草稿' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByText('<b>每天一清。</b>').waitFor()
  return page.url()
}

/** A rectangle in the middle by keyboard, made wider and moved, and another by dragging. */
async function blurs(person: Person): Promise<void> {
  const { page } = person
  await page.getByRole('button', { name: '打码 · 照片 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '加一个方框' }).click()
  const box = dialog.getByRole('button', { name: /^打码区域 1/ })
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true)
  const before = await box.getAttribute('aria-label')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => box.getAttribute('aria-label')).not.toBe(before)
  const picture = await dialog.locator('canvas').boundingBox()
  if (!picture) throw new Error('no picture')
  await page.mouse.move(picture.x + 8, picture.y + 8)
  await page.mouse.down()
  await page.mouse.move(picture.x + 90, picture.y + 60, { steps: 4 })
  await page.mouse.up()
  await dialog.getByText('已标出 2 处。').waitFor()
  expect(await seriousFaults(page, { colours: true })).toEqual([])
  await expectSound(person, 'zh')
  await person.picture('column-blur')
  await dialog.getByRole('button', { name: '用打码后的照片' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('读者看到的').waitFor()
}

/** A JPEG in which no two pixels near each other are alike. */
async function speckled(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const pixels = context.createImageData(800, 600)
    for (let at = 0; at < pixels.data.length; at += 4) {
      const x = (at / 4) % 800
      const y = Math.floor(at / 4 / 800)
      const light = (Math.floor(x / 4) + Math.floor(y / 4)) % 2 === 0 ? 20 : 235
      pixels.data.set([light, light, light, 255], at)
    }
    context.putImageData(pixels, 0, 0)
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return [...new Uint8Array(await jpeg.arrayBuffer())]
  })
}

/** That in the picture's middle no speckles are left, and beside what was marked they are. */
async function seenBlurred(page: Page, address: string): Promise<void> {
  const contrast = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const spread = (x: number, y: number) => {
      const { data } = context.getImageData(x, y, 12, 12)
      const lights = [...data].filter((_, at) => at % 4 === 0)
      return Math.max(...lights) - Math.min(...lights)
    }
    return {
      size: [image.naturalWidth, image.naturalHeight],
      middle: spread(394, 294),
      beside: spread(700, 500),
    }
  }, address)
  expect(contrast.size).toEqual([800, 600])
  expect(contrast.middle).toBeLessThan(60)
  expect(contrast.beside).toBeGreaterThan(150)
}
