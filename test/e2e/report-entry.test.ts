import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask, chooseFile, dialog, said } from './console.ts'
import { aPerson, expectSound, type Person, signIn } from './people.ts'

let browser: Browser
let office: Person
let page: Page
/** The open round, and townships that have not reported in it: each test takes one of its own. */
let round: string
let silent: string[]
beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  page = office.page
  await signIn(office, demoOffice, demoPassword)
  const get = <Answer>(where: string) => ask<Answer>(page, 'GET', `/counties/${demoCounty}${where}`)
  const [board] = (await get<{ items: { id: string }[] }>('/boards')).items
  const { items } = await get<{ items: { id: string; state: string }[] }>(`/boards/${board?.id}/rounds`)
  round = items.find(({ state }) => state === 'open')?.id ?? ''
  const { sources } = await get<{ sources: { reporters: { reporter: string; state: string }[] }[] }>(
    `/rounds/${round}/reports`,
  )
  const reporters = (sources[0]?.reporters ?? []).toSorted((a, b) => (a.state < b.state ? -1 : 1))
  silent = reporters.slice(0, 3).map(({ reporter }) => reporter)
  await withdraw()
}, 60_000)
afterAll(async () => {
  await withdraw()
  await browser.close()
})

/** The three townships are silent before and after, whoever looks at the demo county next. */
async function withdraw() {
  for (const township of silent)
    await page.request.delete(`/api/v1${path(township)}`, { headers: { origin: inject('url') } })
}

const path = (township: string) => `/counties/${demoCounty}/rounds/${round}/reports/township/${township}`
const fields = (on: Page) => on.getByRole('textbox', { name: / 名次/ })
const values = (on: Page) =>
  fields(on).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
const heard = (on: Page, text: string | RegExp) => on.getByRole('status').filter({ hasText: text })

async function opens(on: Page, township: string, view = '') {
  await on.goto(`/console/${demoCounty}/rounds/${round}/reports/township/${township}${view}`)
  await on.getByRole('heading', { level: 1, name: '填报：乡镇自评' }).waitFor()
}

/** As a spreadsheet program leaves it on the clipboard. */
async function pastes(into: Locator, text: string) {
  await into.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

describe('typing', () => {
  let township: string
  beforeEach(async () => {
    township = silent[0] ?? ''
    await opens(page, township)
    await page.evaluate(() => localStorage.clear())
    await opens(page, township)
    await fields(page).first().waitFor()
  })

  it('takes a pasted column, warns of what is unusual, and goes back a step', async () => {
    const count = await fields(page).count()
    await pastes(fields(page).first(), '1\n2\n2\n')
    expect((await values(page)).slice(0, 4)).toEqual(['1', '2', '2', ''])
    const warnings = page.getByRole('region', { name: '报送前看一眼' })
    await warnings.getByText('1 个村和别的村名次相同').waitFor()
    await warnings.getByText(`还有 ${count - 3} 个村没有填`).waitFor()
    // A village named there leads to its field.
    await warnings.getByRole('listitem').last().getByRole('button').first().click()
    expect(
      await fields(page)
        .nth(3)
        .evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await page.keyboard.type('9')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(new Set(await values(page))).toEqual(new Set(['']))
    await heard(page, '已撤销一步').waitFor()
    await page.keyboard.press('Control+Shift+z')
    expect((await values(page)).slice(0, 3)).toEqual(['1', '2', '2'])
    await page.getByRole('button', { name: '全部清空' }).click()
    await page.getByText(`已填 0/${count}`).waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(`已填 3/${count}`).waitFor()
  })

  it('keeps a draft over a reload, and lets it be thrown away', async () => {
    await fields(page).nth(1).fill('4')
    await page.getByText('草稿已自动存在这台设备上').waitFor()
    await page.reload()
    await page.getByText(/已恢复上次没有送出的草稿/).waitFor()
    expect((await values(page))[1]).toBe('4')
    await page.getByRole('button', { name: '丢掉草稿' }).click()
    expect((await values(page))[1]).toBe('')
    await page.reload()
    await fields(page).first().waitFor()
    expect(await page.getByText(/已恢复/).count()).toBe(0)
  })

  it('says so when somebody goes elsewhere without sending', async () => {
    await fields(page).first().fill('1')
    await page
      .getByRole('menuitem', { name: '约谈' })
      .or(page.getByRole('link', { name: '约谈' }))
      .first()
      .click()
    await dialog(page).getByText('还没有报送', { exact: true }).waitFor()
    await dialog(page).getByRole('button', { name: '留下继续填' }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    expect((await values(page))[0]).toBe('1')
    await page
      .getByRole('menuitem', { name: '约谈' })
      .or(page.getByRole('link', { name: '约谈' }))
      .first()
      .click()
    await dialog(page).getByRole('button', { name: '先离开' }).click()
    await page.waitForURL(/interviews/)
    await opens(page, township)
    await page.getByText(/已恢复上次没有送出的草稿/).waitFor()
  })

  it('does not replace a report that has come in meanwhile unseen', async () => {
    await fields(page).first().fill('1')
    const ids = await fields(page).evaluateAll((all) =>
      all.map((one) => (one as HTMLElement).dataset.village),
    )
    const entries = ids.map((subject, at) => ({ subject, value: ids.length - at }))
    await ask(page, 'PUT', path(township), { entries })
    await pastes(fields(page).first(), ids.map((_, at) => at + 1).join('\n'))
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByText('您正在填的还没有送出').waitFor()
    await page.getByRole('button', { name: '用报送的那份' }).click()
    await page.getByText('您正在填的还没有送出').waitFor({ state: 'detached' })
    expect((await values(page))[0]).toBe(String(ids.length))
    await fields(page).first().fill('1')
    await fields(page).last().fill(String(ids.length))
    await page.getByRole('button', { name: '重新报送' }).click()
    await said(page, `已报送 ${ids.length} 个村`).waitFor()
    // Sent: nothing holds anybody back any more.
    await page
      .getByRole('menuitem', { name: '约谈' })
      .or(page.getByRole('link', { name: '约谈' }))
      .first()
      .click()
    await page.waitForURL(/interviews/)
  })
})

describe('putting in order', () => {
  const names = (on: Page) => on.locator('.order .name').allTextContents()
  const places = (on: Page) => on.locator('.order .place').allTextContents()

  it('goes by keyboard alone, each move said aloud, to the sent report', async () => {
    const township = silent[1] ?? ''
    await opens(page, township, '?view=order')
    const all = page.getByRole('button', { name: '其余按这个次序全部排上' })
    await all.focus()
    await page.keyboard.press('Enter')
    const before = await names(page)
    const handle = page.getByRole('button', { name: new RegExp(`^${before[0]}，第 1 名`) })
    await handle.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await heard(page, `${before[0]}移到第 3 位，共 ${before.length} 个`).waitFor()
    expect((await names(page)).slice(0, 3)).toEqual([before[1], before[2], before[0]])
    // The focus goes along, and without Alt from handle to handle.
    await page.keyboard.press('Alt+End')
    expect((await names(page)).at(-1)).toBe(before[0])
    await page.keyboard.press('ArrowUp')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toContain(`第 ${before.length - 1} 名`)
    await page.keyboard.press('Control+z')
    expect((await names(page)).slice(0, 3)).toEqual([before[1], before[2], before[0]])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(new Set(await places(page)).size).toBe(before.length - 1)
    await page.getByRole('button', { name: '报送', exact: true }).focus()
    await page.keyboard.press('Enter')
    await said(page, `已报送 ${before.length} 个村`).waitFor()
    const { entries } = await ask<{ entries: { value: number }[] }>(page, 'GET', path(township))
    expect(entries).toHaveLength(before.length)
  })

  it('goes by dragging with a mouse, and lets go with Escape', async () => {
    await opens(page, silent[1] ?? '', '?view=order')
    await page.locator('.order .name').first().waitFor()
    const before = await names(page)
    const drag = async (from: number, to: number) => {
      const handles = page.locator('.order .handle')
      const [start, end] = [await handles.nth(from).boundingBox(), await handles.nth(to).boundingBox()]
      if (!start || !end) throw new Error('no handle in sight')
      await page.mouse.move(start.x + 10, start.y + 10)
      await page.mouse.down()
      await page.mouse.move(start.x + 10, (start.y + end.y) / 2, { steps: 4 })
      await page.mouse.move(start.x + 10, end.y + 12, { steps: 4 })
    }
    await drag(0, 3)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await names(page)).toEqual(before)
    await drag(0, 3)
    await page.mouse.up()
    const moved = [before[1], before[2], before[3], before[0]]
    expect((await names(page)).slice(0, 4)).toEqual(moved)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await names(page)).toEqual(before)
    await page.evaluate(() => localStorage.clear())
  })

  it('goes by a finger on a phone, and by tapping the names in turn', async () => {
    const person = await aPerson(browser, { device: 'phone' })
    await signIn(person, demoOffice, demoPassword)
    const phone = person.page
    await opens(phone, silent[2] ?? '', '?view=order')
    const rest = phone.locator('section[aria-label="排次序"] .toolbar button')
    const [first, second, third] = await rest.allTextContents()
    for (const name of [third, first, second]) await rest.getByText(name ?? '', { exact: true }).tap()
    expect(await names(phone)).toEqual([third, first, second])
    const handle = phone.locator('.order .handle').first()
    const box = await handle.boundingBox()
    if (!box) throw new Error('no handle in sight')
    // The page does not scroll under the finger: the handle takes the touch for itself.
    expect(await handle.evaluate((one) => getComputedStyle(one).touchAction)).toBe('none')
    const touch = (type: string, y: number) =>
      handle.dispatchEvent(type, {
        ...{ pointerId: 7, pointerType: 'touch', isPrimary: true, button: 0, bubbles: true },
        ...{ clientX: box.x + 10, clientY: y },
      })
    await touch('pointerdown', box.y + 10)
    const { height = 0 } = (await phone.locator('.order li').first().boundingBox()) ?? {}
    await touch('pointermove', box.y + 10 + height)
    await touch('pointermove', box.y + 10 + 2 * height)
    await touch('pointerup', box.y + 10 + 2 * height)
    expect(await names(phone)).toEqual([first, second, third])
    await expectSound(person, 'zh')
    await person.context.close()
  })
})

it('a sheet goes out with the villages and comes back filled in; a doubtful row is picked in the preview', async () => {
  const township = silent[2] ?? ''
  await opens(page, township)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载空表' }).click(),
  ])
  const parts: Uint8Array[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Uint8Array)
  const read = await readSheet(new Uint8Array(Buffer.concat(parts)))
  if (!read.ok) throw new Error(read.problem)
  const [, header = [], ...rows] = read.sheets[0]?.rows ?? []
  const wrong = '没有这个村'
  const filled = rows.map(([of = null, name = null], at) => [
    ...[String(of), at === 0 ? wrong : String(name), at + 1],
  ])
  const bytes = await writeXlsx([{ name: '名次', header: header.map(String), rows: filled }])
  await chooseFile(page, '名次.xlsx', bytes)
  const preview = dialog(page)
  await preview.getByRole('status').getByText('1 行有问题').waitFor()
  await preview.getByText(wrong).first().waitFor()
  const apply = preview.getByRole('button', { name: '按表格报送' })
  expect(await apply.isDisabled()).toBe(true)
  const missing = String(rows[0]?.[1])
  await preview.getByRole('combobox', { name: /选择它是哪一个/ }).fill(missing.slice(0, 2))
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .first()
    .click()
  await preview.getByText(`${rows.length} 行无误`).waitFor()
  await apply.click()
  await said(page, `已报送 ${rows.length} 个村`).waitFor()
  await page.getByText(`已填 ${rows.length}/${rows.length}`).waitFor()
  expect(await values(page)).toEqual(rows.map((_, at) => String(at + 1)))
})
