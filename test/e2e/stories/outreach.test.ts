import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty, demoOffice, demoPassword } from '../../../schema/demo/people.ts'
import { launchBrowser } from '../../support/browser.ts'
import { choose, dialog, openTab, row, said } from '../console.ts'
import { aPerson, expectSound, type Person, signIn } from '../people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function atTheDesk(login: string, device: 'desktop' | 'phone' = 'desktop'): Promise<Person> {
  const person = await aPerson(browser, { device })
  await signIn(person, login, demoPassword)
  return person
}
const console = (path: string) => `/console/${demoCounty}/${path}`

it('a township notes a clean-up on a phone, with its team’s head-count, and takes a slip back', async () => {
  const reporter = await atTheDesk('demo-reporter', 'phone')
  const { page } = reporter
  await page.goto(console('outreach'))
  await page.getByRole('button', { name: '记一次活动' }).click()
  await choose(dialog(page), '形式', '志愿清洁')
  await choose(dialog(page), '志愿队', '党员志愿服务队')
  expect(await dialog(page).getByLabel('志愿者（人次）').inputValue()).toBe('45')
  await dialog(page).getByLabel('每人小时数').fill('2')
  await dialog(page).getByLabel('备注').fill('周五大扫除')
  await page.keyboard.press('Tab')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await said(page, '已记下。').waitFor()
  await row(page, '周五大扫除').getByRole('button', { name: '撤回' }).click()
  await dialog(page).getByLabel('原因').fill('记重了')
  await dialog(page).getByRole('button', { name: '撤回' }).click()
  await row(page, '已撤回：记重了').waitFor()
  await expectSound(reporter, 'zh')
  expect(reporter.complaints).toEqual([])
  await reporter.context.close()
})

it('the office reads what was done by township and week, in a table, in one sentence and in a sheet', async () => {
  const office = await atTheDesk(demoOffice)
  const { page } = office
  await page.goto(console('outreach?tab=totals'))
  await page.getByText(/^设点宣传\d+场次，发放宣传册\d+份，召开户长会\d+场次/).waitFor()
  await row(page, '合计').waitFor()
  const sheet = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载表格' }).click()
  expect((await sheet).suggestedFilename()).toMatch(/^宣传发动汇总 .*\.xlsx$/)
  await office.picture('outreach')
  await expectSound(office, 'zh')
  expect(office.complaints).toEqual([])
  await office.context.close()
})

it('a meeting is recorded, what it decided becomes a task and an issue, and the task is ticked off', async () => {
  const office = await atTheDesk(demoOffice)
  const { page } = office
  await page.goto(console('meetings/new'))
  await page.getByLabel('会议名称').fill('第四次调度会')
  await page.getByLabel('到会').fill('住房和城乡建设局 2\n县电视台 缺席')
  await page.getByLabel('议程').fill('通报上周排名\n安排下一步')
  await page.getByRole('button', { name: '增加议定事项' }).click()
  await page.getByLabel('议定事项 1').fill('修好老街下水道盖板')
  await page.keyboard.press('Enter')
  await page.getByLabel('议定事项 2').fill('清理河道漂浮物')
  // Going elsewhere is held up while nothing has been saved.
  await page.getByRole('link', { name: '问题台账' }).first().click()
  await dialog(page).getByRole('button', { name: '接着填' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '第四次调度会' }).waitFor()
  await page.getByText('住房和城乡建设局').first().waitFor()

  const first = page.getByRole('listitem').filter({ hasText: '修好老街下水道盖板' })
  await first.getByRole('button', { name: '转为任务' }).click()
  await choose(dialog(page), '责任单位', '住房和城乡建设局')
  await dialog(page).getByRole('button', { name: '转办' }).click()
  await first.getByText('未完成').waitFor()
  const second = page.getByRole('listitem').filter({ hasText: '清理河道漂浮物' })
  await second.getByRole('button', { name: '转为问题' }).click()
  await choose(dialog(page), '问题类别', '边沟')
  await choose(dialog(page), '地点', '村')
  await dialog(page).getByRole('button', { name: '转办' }).click()
  await second.getByRole('link', { name: '看这个问题' }).click()
  await page.getByText('会议议定').first().waitFor()
  expect(office.complaints).toEqual([])
  await office.context.close()

  const department = await atTheDesk('demo-department')
  await department.page.goto(console('meetings'))
  await openTab(department.page, '任务')
  await row(department.page, '修好老街下水道盖板').getByRole('button', { name: '完成' }).click()
  await said(department.page, '已完成：修好老街下水道盖板').waitFor()
  await department.page.getByText('已完成', { exact: true }).click()
  await row(department.page, '修好老街下水道盖板').waitFor()
  await expectSound(department, 'zh')
  expect(department.complaints).toEqual([])
  await department.context.close()
})
