import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { launchBrowser } from '../support/browser.ts'
import { seriousFaults } from './axe.ts'
import { ask, choose, dialog, row } from './console.ts'
import { aPerson, expectSound, type Person, signIn } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const home = `/console/${demoCounty}/bulletins`
const api = `/counties/${demoCounty}/bulletins`
const days = { from: '2026-03-02', to: '2026-03-08' }

async function theOffice(wanted: Parameters<typeof aPerson>[1] = {}): Promise<Person> {
  const office = await aPerson(browser, wanted)
  await signIn(office, demoOffice, demoPassword)
  return office
}

const aDraft = (page: Page) => ask<BulletinDetail>(page, 'POST', api, { kind: 'special', ...days })
const body = (page: Page) => page.getByRole('textbox', { name: /^(正文|Text)$/ })
const saved = (page: Page) => page.getByText(/^(已保存|Saved)$/).waitFor()

/** What a word processor puts on the clipboard. */
const fromWord = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
  <p class=MsoNormal style='text-align:center;mso-x:1'><b>　　清洁<o:p></o:p></b></p><h1>（一）标题</h1>
  <table><tr><td><p>甲<table><tr><td>内</td><td>层</td></tr></table></td><td>乙</td></tr></table>
  <img src="https://elsewhere.cn/x.png"><script>document.title='x'</script><p>&lt;b&gt;字</p>
  <p><span style='font-weight:700;color:red' onclick='x()'>重点</span></p><!--EndFragment--></body></html>`

async function paste(page: Page, html: string) {
  await body(page).evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('the office composes a draft, writes by keyboard, issues it for everybody and withdraws it', async () => {
  const office = await theOffice()
  const { page, complaints, picture } = office
  await page.goto(home)
  await page.getByRole('button', { name: '起草通报' }).click()
  await choose(dialog(page), '种类', '专题通报')
  await dialog(page).getByRole('button', { name: '生成草稿' }).click()
  await body(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('1. 进展')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('很快')
  await page.keyboard.press('Enter')
  await paste(page, fromWord)
  await page.getByRole('button', { name: '插入数据' }).click()
  await page.getByRole('menuitem', { name: '各乡镇问题' }).click()
  await page.getByRole('textbox', { name: '文号' }).fill('〔2026〕3号')
  await page.getByRole('radio', { name: '向社会公开' }).check()
  await saved(page)
  await expect
    .poll(() => page.getByRole('group', { name: '数据：各乡镇问题' }).last().locator('table').count())
    .toBe(1)
  expect(await seriousFaults(page, { colours: true })).toEqual([])
  await picture('bulletin-draft')

  await page.getByText('预览', { exact: true }).click()
  const paper = page.getByRole('article', { name: '通报正文' })
  await paper.getByText('〔2026〕3号').waitFor()
  expect(await paper.innerHTML()).toContain('1. 进展<strong>很快</strong>')
  expect(await paper.locator('img[src*="elsewhere"]').count()).toBe(0)
  expect(await paper.locator('p > strong').allInnerTexts()).toContain('重点')

  await page.getByRole('button', { name: /^印\s?发$/ }).click()
  await dialog(page).getByText('所有人（公开网站和订阅）').waitFor()
  await dialog(page)
    .getByRole('button', { name: /^印\s?发$/ })
    .click()
  const open = page.getByRole('link', { name: '公开页面' })
  const address = (await open.getAttribute('href')) ?? ''

  const reader = await aPerson(browser, { device: 'phone', javaScript: false })
  expect((await reader.page.goto(address))?.status()).toBe(200)
  await reader.page.getByText('<b>字').waitFor()
  await expectSound(reader, 'zh')
  await reader.page.locator('strong', { hasText: /^清洁$/ }).waitFor()
  await reader.picture('bulletin-public')

  await page.getByRole('button', { name: /^撤\s?回$/ }).click()
  await dialog(page).getByRole('textbox', { name: '撤回原因' }).fill('数字有误')
  await dialog(page)
    .getByRole('button', { name: /^撤\s?回$/ })
    .click()
  await page.getByRole('alert').getByText('数字有误').waitFor()
  // Opened again within the minute it would be the page that the browser has kept.
  expect((await reader.page.reload())?.status()).toBe(410)
  await reader.page.getByText('数字有误').waitFor()
  expect(complaints).toEqual([])
  await reader.context.close()
  await office.context.close()
})

test('two people write at once: both drafts stand side by side, and both can be kept', async () => {
  const one = await theOffice()
  const { id, content } = await aDraft(one.page)
  await one.page.goto(`${home}/${id}`)
  await body(one.page).waitFor()
  const theirs = { type: 'paragraph', content: [{ type: 'text', text: '乙写的' }] }
  await ask(one.page, 'PATCH', `${api}/${id}`, {
    version: 1,
    content: { ...content, content: [...content.content, theirs] },
  })
  await body(one.page).click()
  await one.page.keyboard.press('Control+End')
  await one.page.keyboard.type('甲写的')
  const both = dialog(one.page)
  await both.getByRole('article', { name: '对方保存的' }).getByText('乙写的').waitFor()
  await both.getByRole('article', { name: '您写的' }).getByText('甲写的').waitFor()
  await both.getByRole('button', { name: '两份都留' }).click()
  await saved(one.page)
  await expect.poll(() => body(one.page).textContent()).toMatch(/乙写的[\s\S]*甲写的/)
  const kept = await ask<BulletinDetail>(one.page, 'GET', `${api}/${id}`)
  const blocks = kept.content.content.flatMap((block) => (block.type === 'data' ? [block.attrs.id] : []))
  expect(new Set(blocks).size).toBe(blocks.length)
  await one.context.close()
})

test('on a phone, in English: what is not saved holds its writer back', async () => {
  const office = await theOffice({ device: 'phone', language: 'en' })
  const { page } = office
  const { id } = await aDraft(page)
  await page.goto(home)
  await page.locator(`a[href$="${id}"]`).click()
  await body(page).click()
  await expectSound(office, 'en')
  expect(await seriousFaults(page, { colours: true })).toEqual([])
  await page.route('**/bulletins/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await page.keyboard.type('unsaved')
  await page.getByRole('alert').first().waitFor()
  await page.goBack()
  await dialog(page).getByText('Some changes are not saved').waitFor()
  await page.unroute('**/bulletins/*')
  await dialog(page).getByRole('button', { name: 'Save and leave' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  expect(JSON.stringify(await ask(page, 'GET', `${api}/${id}`))).toContain('unsaved')
  await office.context.close()
})

test('a robot of a working group is added and tested; an address inside the network is refused', async () => {
  const office = await theOffice()
  const { page } = office
  await page.goto(`${home}?tab=webhooks`)
  await page.getByRole('button', { name: '添加推送地址' }).click()
  const form = dialog(page)
  await form.getByRole('textbox', { name: '名称' }).fill('整治办工作群')
  await form.getByRole('textbox', { name: '地址' }).fill('https://192.168.1.1/send')
  await form.getByText('只能是公网域名').waitFor()
  expect(await form.getByRole('button', { name: '添加推送地址' }).isDisabled()).toBe(true)
  await form.getByRole('textbox', { name: '地址' }).fill('https://robot.invalid.gov.cn/send?key=abcd')
  await form.getByRole('button', { name: '添加推送地址' }).click()
  await row(page, '整治办工作群')
    .getByRole('button', { name: /^测\s?试$/ })
    .click()
  await page.getByRole('table', { name: '发送记录' }).getByText('测试消息').first().waitFor()
  expect(await page.content()).not.toContain('key=abcd')
  expect(await seriousFaults(page, { colours: true })).toEqual([])
  await office.context.close()
})
