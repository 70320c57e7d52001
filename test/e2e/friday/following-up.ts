import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import { choose, confirm, dialog, openTab, row, said } from '../console.ts'
import { aPerson, expectSound, type Person } from '../people.ts'

/** After the first week one interview for each red village, with who held its posts; nothing is grouped yet. */
export async function seesInterviews({ page }: Person) {
  await page.goto('/console/620423/interviews')
  const round = page.getByRole('region', { name: /第 3 期/ })
  await round.getByText('30 项').waitFor()
  const chengbei = round.getByRole('listitem').filter({ has: page.getByRole('link', { name: /城北村$/ }) })
  await chengbei.getByText('支书13').waitFor()
  await chengbei.getByText('包村13').waitFor()
  expect(await round.getByRole('link', { name: /十里沙河村/ }).count(), 'the objection was upheld').toBe(0)
  expect(await round.getByRole('link', { name: /、/ }).count(), 'nothing grouped').toBe(0)
}

/** After the second red week in a row the townships' leaders are called, once for all their villages. */
export async function seesEscalation(office: Person) {
  const { page, picture } = office
  await page.goto('/console/620423/interviews')
  const grouped = page
    .getByRole('region', { name: /第 4 期/ })
    .getByRole('link', { name: /^约谈 一条山镇 .+、/ })
  await grouped.waitFor()
  await expectSound(office, 'zh')
  await picture('interviews')
  await grouped.click()
  await page.getByRole('heading', { level: 1, name: '约谈：一条山镇' }).waitFor()
}

/** Who was talked to, what was said, what is promised by when. */
export async function recordsInterview({ page }: Person) {
  expect(await page.getByLabel('到场的人').inputValue()).toBe('分管1\n书记1')
  await page.getByLabel('谈了什么').fill('连续两期红色，主干道两侧垃圾清运不及时。')
  await page.getByRole('textbox', { name: '承诺 1', exact: true }).fill('月底前清完主干道两侧')
  await page.getByLabel('承诺 1 的期限').fill('2030-01-31')
  await page.getByRole('button', { name: '保存记录' }).click()
  await dialog(page).getByText('1 条承诺会列成清单').waitFor()
  await confirm(page, '保存记录')
  await said(page, '已记录').waitFor()
  await page.getByRole('checkbox', { name: '月底前清完主干道两侧' }).click()
  await page.getByText('做到 1/1').waitFor()
}

/** Revision 2 of the first week: first what it would move, also in the week after, then published; the old one stays. */
export async function corrects({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=revisions`)
  await page.getByRole('button', { name: '出更正版' }).click()
  await page.getByRole('button', { name: '加一处更正' }).click()
  await choose(page, '哪个村', '城北村')
  await choose(page, '来源', '督查评分')
  await page.getByRole('spinbutton', { name: '数值' }).fill('99.5')
  await page.getByLabel('更正理由').fill('督查表录入时串行，按原始记录更正。')
  const publish = page.getByRole('button', { name: '公布第 2 版' })
  expect(await publish.isDisabled(), 'not before it was looked at').toBe(true)
  await page.getByRole('button', { name: '看会动什么' }).click()
  await page.getByText(/第 3 期（出第 2 版）：\d+ 个村有变化/).waitFor()
  await page.getByText(/第 4 期（出第 2 版）：\d+ 个村有变化/).waitFor()
  await page.getByText(/新增 \d+ 项约谈等，取消 [1-9]\d* 项/).waitFor()
  await row(page, /城北村.*红.*黄/).waitFor()
  await publish.click()
  await said(page, '已公布更正版').waitFor()
  await page.getByText('理由：督查表录入时串行，按原始记录更正。').waitFor()
  const first = page.locator('section').filter({ has: page.getByRole('heading', { name: /^第 1 版/ }) })
  await first.getByRole('button', { name: '复算' }).click()
  await first.getByText('✓ 复算一致').waitFor()
  await first.getByRole('button', { name: '名次' }).click()
  await first.getByText('首次公布').waitFor()
  await openTab(page, '名次')
  await row(page.getByRole('table', { name: '名次' }), /城北村\s*芦阳镇.*黄/).waitFor()
  await page.goto('/console/620423/interviews?state=cancelled')
  await page.getByRole('link', { name: '约谈 芦阳镇 城北村' }).first().waitFor()
}

/** What is on screen, as a spreadsheet; read back as any program would. */
export async function downloads({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=standings`)
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载全表' }).click()
  const file = await arriving
  expect(file.suggestedFilename()).toMatch(/第 4 期.*\.xlsx$/)
  const read = await readSheet(readFileSync(await file.path()))
  if (!read.ok) throw new Error(read.problem)
  const rows = read.sheets.flatMap((sheet) => sheet.rows).map((cells) => cells.map(String))
  const header = rows.find(([first]) => first === '名次') ?? []
  expect(header).toEqual(expect.arrayContaining(['名称', '所属乡镇', '得分', '色带', '连续期数']))
  const at = (name: string) => header.indexOf(name)
  const reds = rows.filter((cells) => cells[at('色带')] === '红')
  expect(reds).toHaveLength(30)
  expect(rows.find((cells) => cells[at('名称')]?.startsWith('城北村'))?.[at('色带')]).toBe('红')
}

/** On paper only the table is left: no navigation, no buttons. */
export async function prints({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=standings`)
  await page.getByRole('table', { name: '名次' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('table', { name: '名次' }).isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
}

/** Nobody outside sees anything until the county has made the board public. */
export async function isHidden(browser: Browser) {
  const stranger = await aPerson(browser, { javaScript: false })
  const answer = await stranger.page.goto('/c/620423')
  expect(answer?.status()).toBe(404)
  await stranger.context.close()
}

export async function makesPublic({ page }: Person) {
  await page.goto('/console/620423/boards')
  await page.getByRole('link', { name: '三色榜' }).click()
  await openTab(page, '设置')
  await page.getByRole('radio', { name: /^颜色、名次、得分和说明/ }).click()
  await dialog(page).getByText('任何人都能看到。').waitFor()
  await confirm(page, '确定')
  await page.getByText('全县 · 每周五 18:00 · 向社会公开').waitFor()
}

/** A stranger on a phone without JavaScript: the county, its board, one township, one village. */
export async function isPublic(browser: Browser) {
  const stranger = await aPerson(browser, { device: 'phone', javaScript: false })
  const { page } = stranger
  expect((await page.goto('/c/620423'))?.status()).toBe(200)
  await page.getByRole('heading', { level: 1, name: '景泰县村庄排名' }).waitFor()
  await page.getByRole('link', { name: '三色榜' }).click()
  await page.getByRole('heading', { level: 1, name: '三色榜' }).waitFor()
  await page
    .getByText(/第 2 版（已更正）/)
    .first()
    .waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(151)
  await expectSound(stranger, 'zh')
  await stranger.picture('public-board')
  await page.getByRole('link', { name: '芦阳镇', exact: true }).click()
  await row(page, /城北村.*芦阳镇.*红/).waitFor()
  await page.getByRole('link', { name: '城北村', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /城北村/ }).waitFor()
  await page.getByRole('heading', { name: '为什么是这个名次' }).waitFor()
  await stranger.context.close()

  const visitor = await aPerson(browser, { language: 'en' })
  await visitor.page.goto('/c/620423')
  await visitor.page.getByRole('link', { name: '三色榜' }).click()
  await visitor.page.getByRole('columnheader', { name: 'Rank' }).waitFor()
  await expectSound(visitor, 'en')
  await visitor.picture('public-board')
  await visitor.context.close()
}
