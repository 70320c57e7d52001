import { expect } from 'vitest'
import { writeXlsx } from '../../../worker/files/sheets/write.ts'
import { chooseFile, dialog, openTab, row, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { luyang, messySheet } from './county.ts'

/** Opens a round at the board's page and moves its end a day on; answers its id. */
export async function openRound({ page }: Person, no: number): Promise<string> {
  await page.goto('/console/620423/boards')
  await page.getByRole('link', { name: '三色榜' }).click()
  await page.getByRole('heading', { level: 1, name: '三色榜' }).waitFor()
  const open = page.getByRole('button', { name: '现在开一期' })
  // The clock may have been quicker than the office.
  const opened = page.getByRole('link', { name: `第 ${no} 期` })
  await open.or(opened).first().click()
  await page.getByRole('heading', { level: 1, name: `三色榜 第 ${no} 期` }).waitFor()
  await page.getByText('报送中').waitFor()
  const id = /rounds\/([\w-]+)/.exec(page.url())?.[1]
  if (!id) throw new Error(`no round at ${page.url()}`)
  return id
}

/** Moves the end of the round a week on, so that no clock closes it meanwhile. */
export async function extend({ page }: Person) {
  await openTab(page, '公布')
  await page.getByRole('button', { name: '改截止时间' }).click()
  const field = page.getByLabel('新的截止时间')
  const at = new Date(`${await field.inputValue()}:00Z`)
  const later = new Date(at.getTime() + 7 * 86_400_000).toISOString().slice(0, 16)
  await field.fill(later)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const [, month, day] = later.slice(0, 10).split('-').map(Number)
  await page.getByText(`${month}月${day}日 周五 18:00 截止`).first().waitFor()
}

/** From the cockpit to the own report, the only one this member is asked for. */
export async function findsReport({ page }: Person, source: string) {
  await page.goto('/console/620423/cockpit')
  await page.getByText('还没有报').waitFor()
  const report = page.getByRole('button', { name: '现在报送' })
  expect(await report.count(), 'only the own report').toBe(1)
  await report.click()
  await page.getByRole('heading', { level: 1, name: `填报：${source}` }).waitFor()
}

/** Names and ranks pasted as they stand in a chat message; a wrong rank is said at once, nothing is sent. */
export async function pastesAndTypes(phone: Person) {
  const { page } = phone
  await page.getByText('已填 0/13').waitFor()
  await page.getByRole('button', { name: '粘贴一列或整张表' }).click()
  const lines = luyang.map((village, at) => `${village}\t${at + 1}`)
  await dialog(page).getByRole('textbox').fill(lines.join('\n'))
  await dialog(page).getByRole('button', { name: '填入' }).click()
  await page.getByText('已填 13/13').waitFor()
  expect(await page.getByLabel('城北村 名次').inputValue()).toBe('13')
  await page.getByLabel('席滩村 名次').fill('14')
  await page.getByText('名次是 1 到 13 的整数').waitFor()
  await page.getByRole('button', { name: '报送', exact: true }).click()
  expect(await page.getByRole('button', { name: '报送', exact: true }).isVisible()).toBe(true)
  // Full width, as a Chinese keyboard gives it; a rank given twice is a tie, which is allowed.
  await page.getByLabel('席滩村 名次').fill('１０')
  await expectSound(phone, 'zh')
  await phone.picture('report-entry')
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await said(page, '已报送 13 个村').waitFor()
  await page.getByRole('button', { name: '重新报送' }).waitFor()
}

/** A sheet with a name nobody has: the row says so, and nothing is applied until it is settled. */
export async function sendsWrongSheet({ page, picture }: Person) {
  const rows = luyang.map((village, at) => [village === '席滩村' ? '席摊村' : village, at + 1])
  const sheet = await writeXlsx([{ name: '报送', header: ['村', '名次'], rows }])
  await chooseFile(page, '写错了.xlsx', sheet)
  const read = page.getByRole('dialog', { name: '表格里读到的' })
  await read.getByText('· 1 行有问题').waitFor()
  await read
    .getByText('没有叫“席摊村”的村')
    .or(read.getByText(/席摊村/))
    .first()
    .waitFor()
  const suggestion = read.getByRole('button', { name: /选这个：芦阳镇 席滩村/ })
  await suggestion.waitFor()
  const apply = read.getByRole('button', { name: '按表格报送' })
  expect(await apply.isDisabled()).toBe(true)
  await picture('sheet-error')
  await suggestion.click()
  await read.getByText('13 行无误').waitFor()
  expect(await apply.isDisabled()).toBe(false)
  await read.getByRole('button', { name: '取消' }).click()
  await read.waitFor({ state: 'hidden' })
  // What was sent before still stands.
  await page.reload()
  await page.getByText('已填 13/13').waitFor()
  expect(await page.getByLabel('席滩村 名次').inputValue()).toBe('10')

  await chooseFile(page, '写错了.xlsx', sheet)
  await read.getByRole('button', { name: /选这个：芦阳镇 席滩村/ }).click()
  await apply.click()
  await said(page, '已报送 13 个村').waitFor()
  expect(await page.getByLabel('席滩村 名次').inputValue()).toBe('11')
}

/** The township's own sheet, as messy as they come: full-width digits, 第5名, sums and signatures. */
export async function sendsMessySheet({ page }: Person) {
  await chooseFile(page, '芦阳镇.xlsx', messySheet())
  const read = page.getByRole('dialog', { name: '表格里读到的' })
  await read.getByText('13 行无误').waitFor()
  await read.getByRole('button', { name: '按表格报送' }).click()
  await said(page, '已报送 13 个村').waitFor()
  await read.waitFor({ state: 'hidden' })
  for (const [at, village] of luyang.entries()) {
    expect(await page.getByLabel(`${village} 名次`).inputValue(), village).toBe(String(at + 1))
  }
}

/** The inspection group's sheet of scores. */
export async function sendsScores({ page }: Person) {
  await page.getByText('已填 0/13').waitFor()
  const rows = luyang.map((village, at) => ['芦阳镇', village, 98 - 3 * at, '门前有杂物'])
  const header = ['乡镇', '行政村', '得分', '扣分原因']
  await chooseFile(page, '督查打分.xlsx', await writeXlsx([{ name: '督查打分', header, rows }]))
  const read = page.getByRole('dialog', { name: '表格里读到的' })
  await read.getByText('13 行无误').waitFor()
  await read.getByRole('button', { name: '按表格报送' }).click()
  await said(page, '已报送 13 个村').waitFor()
  expect(await page.getByLabel('城北村 得分').inputValue()).toBe('62')
}

/** The office enters what a township sent on paper: a column of numbers in the order of the villages. */
export async function entersOnBehalf({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=reports`)
  const reports = page.getByRole('table', { name: '乡镇自评' })
  await row(reports, /五佛乡.*未报/)
    .getByRole('link', { name: '填报' })
    .click()
  await page.getByText('您在代 五佛乡 录入，会记作代录。').waitFor()
  await page.getByRole('button', { name: '粘贴一列或整张表' }).click()
  await dialog(page).getByRole('textbox').fill('1\n2\n3\n4\n5\n6')
  await dialog(page).getByRole('button', { name: '填入' }).click()
  await page.getByText('已填 6/6').waitFor()
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await said(page, '已报送 6 个村').waitFor()
  await page.goto(`/console/620423/rounds/${round}?tab=reports`)
  await row(page.getByRole('table', { name: '乡镇自评' }), /五佛乡.*已报.*代录.*6\/6/).waitFor()
}

/** Who has reported and who has not, at the round and in the cockpit. */
export async function seesWhoIsMissing({ page, picture }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=reports`)
  const own = page.getByRole('table', { name: '乡镇自评' })
  await row(own, /芦阳镇.*已报.*13\/13/).waitFor()
  await row(own, /一条山镇.*未报.*0\/15/).waitFor()
  await page.getByRole('button', { name: '复制提醒（9 个未报）' }).waitFor()
  await page.goto('/console/620423/cockpit')
  const missing = page.getByRole('region', { name: '谁还没报' })
  await missing.getByText('已报 2/11').waitFor()
  await missing.getByText('已报 1/11').waitFor()
  await missing.getByRole('link', { name: '一条山镇', exact: true }).waitFor()
  expect(await missing.getByRole('link', { name: '芦阳镇', exact: true }).count()).toBe(0)
  await picture('cockpit')
}
