import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import { launchBrowser } from '../support/browser.ts'
import { choose, chooseFile, dialog, row, said } from './console.ts'
import { aPerson, expectSound, type Person } from './people.ts'

const home = '/console/410822'
let browser: Browser
let office: Person

beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
})
afterAll(() => browser.close())

describe('a new county', () => {
  it('signs up and is led to its first round', async () => {
    const { page } = office
    await page.goto('/signup/')
    await page.getByLabel('省（自治区、直辖市）').selectOption({ label: '河南省' })
    await page.getByLabel('市（州、盟）').selectOption({ label: '焦作市' })
    await page.getByLabel('县（市、区、旗）').selectOption({ label: '博爱县' })
    await page.getByLabel('办公室名称').fill('博爱县整治办')
    await page.getByLabel('您的姓名').fill('县办主任')
    await page.getByLabel('登录名').fill('boai-office')
    await page.getByRole('textbox', { name: '密码' }).fill('qing-jie-cun-zhuang')
    await page.getByRole('button', { name: '开通', exact: true }).click()
    await page.waitForURL(`**${home}/cockpit`)
    await page.getByRole('heading', { name: '开始使用' }).waitFor()
    await page
      .getByRole('link', { name: /责任人/ })
      .first()
      .waitFor()

    await page.goto(`${home}/setup`)
    await page.getByRole('heading', { level: 2, name: '责任人' }).waitFor()
    await page.getByRole('button', { name: '先跳过' }).click()
    await page.getByRole('heading', { level: 2, name: '包抓组和单位' }).waitFor()
    await page.getByRole('button', { name: /每个乡镇建一个/ }).click()
    await page.getByRole('listitem').filter({ hasText: '磨头镇包抓组' }).waitFor()
    await page.getByRole('button', { name: '下一步：行动和榜' }).click()
    await page.getByRole('button', { name: '用模板建榜' }).click()
    await page.getByRole('link', { name: '三色榜' }).waitFor()
  })

  it('invites everybody from a list it only has to look over, and prints their links', async () => {
    const { page } = office
    await page.goto(`${home}/setup?step=members`)
    await page.getByRole('link', { name: '粘贴名单，一次邀请' }).click()
    await dialog(page).getByRole('button', { name: '按乡镇和组拟一份名单' }).click()
    await dialog(page)
      .getByRole('button', { name: /^邀请 [1-9]\d* 位$/ })
      .waitFor()
    const list = dialog(page).getByRole('textbox', { name: /名单/ })
    const drafted = (await list.inputValue()).split('\n')
    expect(drafted.length).toBeGreaterThan(10)
    // One line with a slip: nothing goes out until it is right.
    await list.fill([...drafted, '某人\tsome-one\t乡镇报送员\t没有的镇'].join('\n'))
    await dialog(page).getByText('没有这个乡镇、村或单位').waitFor()
    expect(
      await dialog(page)
        .getByRole('button', { name: /^邀请 \d+ 位$/ })
        .isDisabled(),
    ).toBe(true)
    await list.fill(drafted.join('\n'))
    await dialog(page)
      .getByRole('button', { name: `邀请 ${drafted.length} 位` })
      .click()
    await page.getByRole('heading', { level: 1, name: `${drafted.length} 位成员的一次性链接` }).waitFor()
    expect(await page.locator('.link-sheet svg').count()).toBe(drafted.length)
    await page.getByRole('button', { name: '已打印或已复制' }).click()
    await row(page, /磨头镇报送员.*乡镇报送员.*磨头镇.*已邀请/).waitFor()
  })

  it('has its round, and everything settled, the skipped step still there to come back to', async () => {
    const { page } = office
    await page.goto(`${home}/setup?step=round`)
    const open = page.getByRole('button', { name: '现在开始：三色榜' })
    const running = page.getByRole('link', { name: '三色榜 第 1 期' })
    await open.or(running).first().waitFor()
    if (await open.isVisible()) await open.click()
    await running.waitFor()
    await page.getByText('都办好了').waitFor()
    await page.getByRole('button', { name: /责任人.*已跳过/ }).click()
    await page.getByRole('button', { name: '不再跳过' }).click()
    await page.getByRole('button', { name: '先跳过' }).waitFor()
    await expectSound(office, 'zh')
  })
})

describe('the office', () => {
  it('merges two villages after seeing what moves, and takes it back', async () => {
    const { page } = office
    await page.goto(`${home}/areas?q=磨头镇`)
    const village = page.getByRole('row').filter({ hasText: '在用' }).nth(1)
    const name = ((await village.getByRole('cell').first().textContent()) ?? '').trim()
    await village.getByRole('button', { name: /更多/ }).click()
    await page.getByRole('menuitem', { name: '合并' }).click()
    await dialog(page).getByRole('combobox', { name: '并入' }).click()
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .first()
      .click()
    await dialog(page).getByText('以往各期的榜单不变').waitFor()
    await dialog(page)
      .getByText(/正在进行的 1 期仍按原名册评完/)
      .waitFor()
    await dialog(page)
      .getByRole('button', { name: /^合\s?并$/ })
      .click()
    await said(page, `已把${name}并入`).waitFor()
    await page.goto(`${home}/areas?q=${encodeURIComponent(name)}&retired=1`)
    await row(page, `${name}`).waitFor()
    await page.getByRole('button', { name: '撤销合并' }).first().click()
    await said(page, `已撤销合并，${name}恢复。`).waitFor()
  })

  it('brings areas in from a sheet once a name in doubt is settled', async () => {
    const { page } = office
    await page.goto(`${home}/areas`)
    await page.getByRole('button', { name: '上传表格' }).click()
    const rows = [
      ['磨头镇', '新建示范村', null],
      ['磨投镇', '东风新村', null],
    ]
    const sheet = await writeXlsx([{ name: '区划', header: ['乡镇', '村', '代码'], rows }])
    await chooseFile(dialog(page), '区划.xlsx', sheet)
    await dialog(page).getByText('没有叫“磨投镇”的乡镇').waitFor()
    expect(await dialog(page).getByRole('button', { name: '全部保存' }).isDisabled()).toBe(true)
    await dialog(page)
      .getByRole('button', { name: /第 3 行.*磨头镇/ })
      .first()
      .click()
    await dialog(page).getByRole('button', { name: '全部保存' }).click()
    await said(page, '已保存：新增 2，修改 0，不变 0。').waitFor()
    await page.goto(`${home}/areas?q=东风新村`)
    await row(page, '东风新村').waitFor()
  })

  it('fills a township’s posts by pasting a block', async () => {
    const { page } = office
    await page.goto(`${home}/posts?tab=grid`)
    const first = page.getByRole('textbox', { name: /包村领导$/ }).first()
    await first.focus()
    await first.evaluate((input) => {
      const data = new DataTransfer()
      data.setData('text/plain', '张三\t李四\r\n王五\t赵六\r\n')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await page.getByRole('button', { name: /^保存 [2-4] 处改动$/ }).click()
    await said(page, /已保存：[2-4] 人上任，0 人离任。/).waitFor()
    expect(await first.inputValue()).toBe('张三')
  })

  it('keeps its own holidays, and finds in the audit who did what', async () => {
    const { page } = office
    await page.goto(`${home}/setup?tab=calendar`)
    await choose(page, '年份', '2026')
    await page.getByRole('button', { name: '2月14日 改为放假' }).click()
    await said(page, '2026年2月14日 已改。').waitFor()
    await page.getByRole('button', { name: '2月14日 恢复国家安排' }).waitFor()
    await page.goto(`${home}/setup?tab=burden`)
    await page.getByText('每个村每周：4 项填报，0 张照片').waitFor()
    await page.goto(`${home}/audit`)
    await choose(page, '对象类别', '节假日')
    await row(page, /县办主任.*设定节假日.*2026-02-14/).waitFor()
    expect(page.url()).toContain('kind=calendar')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载表格' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/博爱县.*\.xlsx$/)
    expect(office.complaints).toEqual([])
  })
})
