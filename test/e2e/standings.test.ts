import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '../../schema/api/boards.ts'
import { demoCounty, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask, choose, dialog, row, said } from './console.ts'
import { demoPlaces, type Places } from './demo-places.ts'
import { aPerson, expectSound, type Person, signIn } from './people.ts'

let browser: Browser
let places: Places
let office: Person

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  await signIn(office, demoOffice, demoPassword)
  places = await demoPlaces(office.page)
})
afterAll(() => browser.close())

/** A slow machine is no failure. */
const patiently = { timeout: 20_000 }

const at = (path: string) => `/console/${demoCounty}/${path}`
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })

describe('the standings', () => {
  it('belong to the boards in the navigation', async () => {
    await office.page.goto(at(`rounds/${places.published}?tab=standings`))
    await table(office.page, '名次').waitFor()
    const marked = office.page.getByRole('navigation').first().locator('[aria-current]')
    expect(await marked.allTextContents()).toEqual(['榜'])
  })

  it('are filtered and sorted by an address that can be sent', async () => {
    const { page } = office
    await choose(page, '看哪些', '只看红')
    await page.getByText('30 个村', { exact: true }).waitFor()
    expect(await table(page, '名次').locator('.band.red').count()).toBe(30)
    await page.getByRole('button', { name: '较上期' }).click()
    await page
      .getByRole('columnheader', { name: '较上期' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor()
    await page.waitForURL(/show=red.*sort=-moved|sort=-moved.*show=red/)
    const order = await firstVillages(page)
    await page.reload()
    await page.getByText('30 个村', { exact: true }).waitFor()
    expect(await firstVillages(page)).toEqual(order)

    await page.getByLabel('找村').fill('没有这样的村')
    await page.getByRole('heading', { name: '没有符合条件的村' }).waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByText('151 个村', { exact: true }).waitFor()
    await page.waitForURL((url) => !url.search.includes('q=') && !url.search.includes('show='))
  })

  it('show a line of the last rounds for each village', async () => {
    const line = table(office.page, '名次').getByRole('img').first()
    expect(await line.getAttribute('aria-label')).toMatch(/^近 \d 期名次：\d+ → \d+/)
  })

  it('show the columns that were chosen, also the next time', async () => {
    const { page } = office
    const headers = () => table(page, '名次').getByRole('columnheader').allTextContents()
    expect(await headers()).toContain('得分')
    // What still comes may move the list from under the pointer.
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: '显示哪些列' }).click()
    await page.getByRole('checkbox', { name: '得分' }).uncheck()
    expect(await headers()).not.toContain('得分')
    await page.reload()
    await table(page, '名次').waitFor()
    expect(await headers()).not.toContain('得分')
  })

  it('download as they are seen', async () => {
    const { page } = office
    await choose(page, '看哪些', '只看绿')
    await page.getByText('30 个村', { exact: true }).waitFor()
    const { name, rows } = await downloaded(page, '下载所见')
    expect(name).toMatch(/第 \d+ 期\.xlsx$/)
    const header = rows.findIndex(([first]) => first?.startsWith('名次'))
    expect(rows[header]).toEqual(['名次', '村', '乡镇', '三色', '连续', '较上期', '近 8 期'])
    expect(rows.slice(header + 1)).toHaveLength(30)
    expect(rows.slice(header + 1).every((cells) => cells[3]?.startsWith('绿'))).toBe(true)
  })
})

describe('two rounds side by side', () => {
  it('say who changed colour, and only those where asked', async () => {
    const { page } = office
    await page.goto(at(`rounds/${places.published}?tab=standings`))
    await page.getByRole('link', { name: '和另一期对比' }).click()
    await table(page, '两期对比').waitFor()
    const summary = await page.getByText(/^\d+ 个村变了颜色$/).textContent()
    const changed = Number.parseInt(summary ?? '', 10)
    expect(changed).toBeGreaterThan(0)
    await page.getByRole('checkbox', { name: '只看变了颜色的' }).click()
    await page.getByText(`${changed} 个村`, { exact: true }).waitFor()
    await page.waitForURL(/changed=yes/)
    const { name, rows } = await downloaded(page, '下载所见')
    expect(name).toMatch(/第 \d+ 期 → 第 \d+ 期\.xlsx$/)
    const header = rows.findIndex(([first]) => first === '村')
    const [, , rank, colour, , now] = rows[header] ?? []
    expect([rank, colour, now]).toEqual([
      ...[
        expect.stringMatching(/期名次$/),
        expect.stringMatching(/期颜色$/),
        expect.stringMatching(/期颜色$/),
      ],
    ])
    const turned = rows.slice(header + 1)
    expect(turned).toHaveLength(changed)
    expect(turned.every((cells) => cells[3] !== cells[5])).toBe(true)
    await expectSound(office, 'zh')
  })

  it('may be any two of the board', async () => {
    const { page } = office
    await choose(page, '原来', '第 1 期')
    await page.getByRole('columnheader', { name: '第 1 期' }).waitFor()
    await page.reload()
    await page.getByRole('columnheader', { name: '第 1 期' }).waitFor()
  })
})

describe('why', () => {
  it('says what would have changed the colour', async () => {
    const { page } = office
    await page.goto(at(`rounds/${places.published}/why/${places.village}`))
    await page.getByRole('heading', { name: '怎样才会变颜色' }).waitFor()
    await page
      .getByText(/如果是 .+就会是黄。|只改哪一项的数都变不了颜色/)
      .first()
      .waitFor()
    expect(await page.getByRole('img', { name: /^历期名次：第 \d+ 期/ }).count()).toBe(1)
  })

  it('prints on one sheet of A4, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const person = await aPerson(browser, { language })
      await signIn(person, demoOffice, demoPassword)
      await person.page.goto(at(`rounds/${places.published}/why/${places.village}`))
      await person.page.locator('.history-chart').waitFor()
      expect(await sheets(person.page)).toBe(1)
      // The count is no trick of the browser: all standings take more.
      await person.page.goto(at(`rounds/${places.published}?tab=standings`))
      await person.page.locator('.standings').waitFor()
      expect(await sheets(person.page)).toBeGreaterThan(2)
      await person.context.close()
    }
  })

  it('is sent as a link that a village secretary opens with an account of their own', async () => {
    const { page, context } = office
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(at(`rounds/${places.published}/why/${places.village}`))
    await page.getByRole('button', { name: '复制链接' }).click()
    await said(page, /链接已复制/).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const title = await page.getByRole('heading', { level: 1 }).textContent()

    const secretary = await aPerson(browser, { device: 'phone' })
    await secretary.page.goto(link)
    await secretary.page.getByRole('textbox', { name: '登录名' }).fill('demo-village')
    await secretary.page.locator('input[name=password]').fill(demoPassword)
    await secretary.page.locator('button[type=submit]').click()
    await secretary.page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
    await secretary.page.getByRole('heading', { name: '怎样才会变颜色' }).waitFor()
    await expectSound(secretary, 'zh')
    // Another township's raw inputs stay closed to them.
    const path = `/counties/${demoCounty}/rounds/${places.published}/inputs`
    await expect(ask(secretary.page, 'GET', path)).rejects.toThrow('403')
    await secretary.context.close()
  })
})

describe('designing rules', () => {
  const policy = async () =>
    (await ask<Board>(office.page, 'GET', `/counties/${demoCounty}/boards/${places.board}`)).policy

  it('shows at once what a change would do, and stores nothing', async () => {
    const { page } = office
    const before = await policy()
    await page.goto(at(`boards/${places.board}?tab=rules`))
    await page.getByRole('button', { name: '改规则、先试算' }).click()
    const trial = page.getByRole('region', { name: '试算' })
    await trial.getByText('没有村变红变绿。').waitFor()
    await page.getByLabel('红', { exact: true }).fill('20')
    await trial.getByText('0 个村会变红，10 个不再是红；0 个会变绿，0 个不再是绿。').waitFor()
    expect(
      await trial.locator('.movers').filter({ hasText: '不再是红 10 个' }).getByRole('listitem').count(),
    ).toBe(10)
    await page.getByLabel('来源 1 权重').fill('9')
    await trial.getByText(/\d+ 个村名次有变，平均 [\d.]+ 名，最多 \d+ 名。/).waitFor()
    await page.getByRole('button', { name: '恢复成现在的规则' }).click()
    await trial.getByText('没有村变红变绿。').waitFor()
    expect(await policy()).toEqual(before)
  })

  it('are not lost by going elsewhere unasked', async () => {
    const { page } = office
    const red = page.getByLabel('红', { exact: true })
    await red.fill('20')
    await page.getByRole('link', { name: '回到规则' }).click()
    await dialog(page).getByText('离开后，没保存的改动会丢失。').waitFor()
    await dialog(page).getByRole('button', { name: '接着填' }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await red.inputValue()).toBe('20')
    await page.getByRole('button', { name: '恢复成现在的规则' }).click()
  })

  it('says beside the field what is wrong, and saves nothing unsound', async () => {
    const { page } = office
    await page.getByLabel('来源 2 权重').fill('')
    await page.getByText('权重要大于 0（只用来分先后的可以是 0）。').waitFor()
    await page.getByText('规则还有问题，改正标出的地方后再试算。').waitFor()
    expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
    await page.getByLabel('来源 2 权重').fill('2')
    await page.getByRole('region', { name: '试算' }).getByText('没有村变红变绿。').waitFor()
  })

  it('keeps a rule for green streaks, and says from when', async () => {
    const { page } = office
    const before = await policy()
    await page.getByText(/保存后从正在报送的第 \d+ 期起生效/).waitFor()
    await page.getByRole('button', { name: '加一条：连绿发流动红旗' }).click()
    const no = (before.consequences ?? []).length + 1
    await page.getByLabel(`第 ${no} 条 连续`).fill('5')
    await page.getByRole('button', { name: '保存' }).click()
    await said(page, '已保存').waitFor()
    const rule = { band: 'green', streakAtLeast: 5, kind: 'commend', targets: [], dueInDays: 7 }
    expect((await policy()).consequences).toEqual([...(before.consequences ?? []), rule])
    await page.getByRole('button', { name: `去掉第 ${no} 条` }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(async () => (await policy()).consequences, patiently).toEqual(before.consequences ?? [])
  })

  it('tries a new board’s rules on another board’s last round', async () => {
    const { page } = office
    await page.goto(at('boards/new'))
    await page.getByText('空白', { exact: true }).click()
    await page.getByText('至少要有一个权重大于 0 的来源。').waitFor()
    expect(await page.getByRole('button', { name: '建榜' }).isDisabled()).toBe(true)
    await page.getByText('三色榜模板', { exact: true }).click()
    await page
      .getByRole('button', { name: /调整规则/ })
      .or(page.getByRole('region', { name: '试算' }))
      .first()
      .waitFor()
    const adjust = page.getByRole('button', { name: '调整规则、先试算' })
    if (await adjust.isVisible()) await adjust.click()
    await page.getByLabel('绿', { exact: true }).fill('10')
    await page
      .getByRole('region', { name: '试算' })
      .getByText(/20 个不再是绿/)
      .waitFor()
    await expectSound(office, 'zh')
  })
})

describe('a board’s rounds', () => {
  it('are found by state and month', async () => {
    const { page } = office
    await page.goto(at(`boards/${places.board}`))
    await row(table(page, '各期'), '已公布').waitFor()
    await choose(page, '状态', '报送中')
    await page.waitForURL(/state=open/)
    await expect
      .poll(() => table(page, '各期').getByRole('row').filter({ hasText: '已公布' }).count(), patiently)
      .toBe(0)
    await page.goto(at(`boards/${places.board}?month=2001-01`))
    await page.getByRole('heading', { name: '没有符合条件的期' }).waitFor()
    await page.getByRole('button', { name: '看全部' }).click()
    await row(table(page, '各期'), '已公布').waitFor()
  })

  it('nothing of all this made the browser complain', () => {
    expect(office.complaints).toEqual([])
  })
})

async function firstVillages(page: Page): Promise<string[]> {
  const links = table(page, '名次').getByRole('row').getByRole('link')
  return (await links.allTextContents()).slice(0, 5)
}

/** How many sheets of paper the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

async function downloaded(page: Page, button: string): Promise<{ name: string; rows: string[][] }> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await arriving
  const read = await readSheet(readFileSync(await file.path()))
  if (!read.ok) throw new Error(read.problem)
  return {
    name: file.suggestedFilename(),
    rows: read.sheets.flatMap((sheet) => sheet.rows).map((cells) => cells.map(String)),
  }
}
