import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { demoCounty, demoOffice, demoPassword } from '../../../schema/demo/people.ts'
import { shortName } from '../../../worker/domain/sheets/village-name.ts'
import { launchBrowser } from '../../support/browser.ts'
import { ask, confirm, dialog, said } from '../console.ts'
import { aPerson, expectSound, type Person, signIn, signInByForm } from '../people.ts'

let browser: Browser
let office: Person
beforeAll(async () => {
  browser = await launchBrowser()
  office = await aPerson(browser)
  await office.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(office, demoOffice, demoPassword)
})
afterAll(() => browser.close())

const board = `/console/${demoCounty}/interviews?tab=board`

it('the office sees who has not reported, reminds all of them at once, and what has changed colour', async () => {
  const { page } = office
  await page.goto(`/console/${demoCounty}/cockpit`)
  await page.getByRole('button', { name: '复制全部提醒' }).click()
  await said(page, /提醒已复制/).waitFor()
  const message = await page.evaluate(() => navigator.clipboard.readText())
  expect(message).toMatch(/村级三色榜 第 7 期的“乡镇自评”还没有报/)
  expect(message).toMatch(new RegExp(`/console/${demoCounty}/rounds/\\S+/reports/drone/\\S+`))
  await page.getByRole('heading', { name: /^比上一次公布/ }).waitFor()
  await page.getByRole('heading', { name: /^谁红了、为什么/ }).waitFor()
  await page.getByRole('link', { name: /^办理 \d+ 项约谈、提醒等/ }).waitFor()
  await expectSound(office, 'zh')
})

it('the office schedules an interview without a mouse, records it, ticks what was promised and ends it', async () => {
  const { page } = office
  const { id, who } = await aProposedInterview(office)
  await page.goto(board)
  const move = page.getByRole('button', { name: `移动：${who}`, exact: true }).first()
  await move.focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=menuitem]:focus', { hasText: '安排' }).waitFor()
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('地点').fill('镇政府二楼会议室')
  await dialog(page).getByLabel('主持人').fill('分管副县长')
  await page.keyboard.press('Enter')
  await said(page, '已安排').waitFor()

  await page.goto(`/console/${demoCounty}/interviews/${id}`)
  await page.getByText('镇政府二楼会议室').first().waitFor()
  await page.getByLabel('谈了什么').fill('主干道两侧垃圾清运不及时。')
  await page.getByRole('textbox', { name: '承诺 1', exact: true }).fill('三天内清完主干道两侧')
  await page.reload()
  await page.getByText('这是上次没有保存的记录').waitFor()
  expect(await page.getByLabel('谈了什么').inputValue()).toBe('主干道两侧垃圾清运不及时。')
  await page.getByRole('button', { name: '保存记录' }).click()
  await confirm(page, '保存记录')
  await said(page, '已记录').waitFor()

  await page.getByRole('button', { name: '做到并备注：三天内清完主干道两侧' }).click()
  await dialog(page).getByLabel('说明').fill('现场看过')
  await confirm(page, '做到了')
  await page.getByText(/做到 · 县办公室管理员 · 现场看过/).waitFor()
  await page.getByRole('button', { name: '办结' }).click()
  await confirm(page, '办结')
  const story = page.getByRole('region', { name: '办理经过' })
  for (const step of ['已办结', '已记录', '已安排']) await story.getByText(step).first().waitFor()

  await page.emulateMedia({ media: 'print' })
  await page.getByText(/地点：镇政府二楼会议室；主持人：分管副县长/).waitFor()
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
})

it('the office drags a card to be cancelled, says why, and takes it back', async () => {
  const { page } = office
  const { id, who } = await aProposedInterview(office)
  await page.setViewportSize({ width: 1920, height: 900 })
  await page.goto(board)
  const card = page.getByRole('article').filter({ has: page.locator(`a[href$="${id}"]`) })
  await card.waitFor()
  await card.dragTo(page.getByRole('heading', { level: 2, name: /^已取消/ }))
  await dialog(page).getByLabel('理由').fill('并入乡镇约谈')
  await confirm(page, '取消这一项')
  await said(page, '已取消').waitFor()
  await card.getByText('并入乡镇约谈').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page
    .getByRole('list', { name: /^待办/ })
    .getByRole('link', { name: who, exact: true })
    .first()
    .waitFor()
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectSound(office, 'zh')
})

it('the office finds the week’s promises as one list, and who holds the red banner', async () => {
  const { page } = office
  await page.goto(`/console/${demoCounty}/interviews?tab=promises`)
  const promise = page.getByRole('checkbox', { name: '清理主干道和房前屋后的积存垃圾' }).first()
  await promise.click()
  await page.getByText('近四周已做到').click()
  await page
    .getByText(/做到 · 县办公室管理员/)
    .first()
    .waitFor()
  await page.getByRole('tab', { name: '流动红旗' }).click()
  const holders = page.getByRole('region', { name: /^现在的流动红旗/ })
  await holders.getByText(/起$/).first().waitFor()
  expect(office.complaints).toEqual([])
})

it('a county leader reads all of it and changes nothing', async () => {
  const leader = await aPerson(browser)
  const { page } = leader
  await signInByForm(leader, 'demo-leader', demoPassword)
  await page.getByRole('link', { name: /^有 \d+ 项约谈、提醒等还没办/ }).click()
  await page.getByRole('tab', { name: '看板' }).click()
  await page.getByRole('article').first().waitFor()
  expect(await page.getByRole('button', { name: /^移动/ }).count()).toBe(0)
  await page.goto(`/console/${demoCounty}/interviews?tab=promises`)
  const promise = page.getByRole('checkbox').first()
  await promise.waitFor()
  expect(await promise.isDisabled()).toBe(true)
  expect(leader.complaints).toEqual([])
  await leader.context.close()
})

/** An interview nobody has touched, whose villages only it names. */
async function aProposedInterview({ page }: Person): Promise<{ id: string; who: string }> {
  const path = `/counties/${demoCounty}/consequences?stage=proposed&kind=interview&limit=100`
  const { items } = await ask<{ items: Consequence[] }>(page, 'GET', path)
  const alone = items.find(({ subjects }) => subjects.length === 1)
  if (!alone) throw new Error('no interview is waiting')
  const [name = ''] = alone.subjectNames
  return { id: alone.id, who: shortName(name).replace(/村村$/u, '村') }
}
