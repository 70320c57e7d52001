import { expect } from 'vitest'
import { choose, confirm, dialog, openTab, row } from '../console.ts'
import { expectSound, type Person } from '../people.ts'

function standings({ page }: Person) {
  return page.getByRole('table', { name: '名次' })
}

/** The live draft: thirty red, thirty green, 城北村 among the red ones, the streak of 芦阳村 going on from before. */
export async function seesDraft(office: Person, round: string) {
  const { page, picture } = office
  await page.goto(`/console/620423/rounds/${round}?tab=standings`)
  await page.getByText('草稿，随报送更新；公布前只给县里看。').waitFor()
  await page.getByText('151 个村', { exact: true }).waitFor()
  await row(standings(office), /城北村\s*芦阳镇.*红/).waitFor()
  await row(standings(office), /十里沙河村\s*芦阳镇.*红/).waitFor()
  await row(standings(office), /芦阳村\s*芦阳镇.*绿.*连绿 3 期/).waitFor()
  expect(await standings(office).locator('.band.red').count()).toBe(30)
  expect(await standings(office).locator('.band.green').count()).toBe(30)
  await picture('standings')
  await page.getByRole('combobox', { name: '乡镇' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '芦阳镇' }).click()
  await page.getByText('13 个村', { exact: true }).waitFor()
  await page.getByRole('searchbox', { name: '找村' }).or(page.getByLabel('找村')).first().fill('cbc')
  await page.getByText('1 个村', { exact: true }).waitFor()
  await page.getByRole('link', { name: '城北村' }).click()
}

/** Why 城北村 is red: every source with its value, its place and its weight, and how far the red line is. */
export async function readsWhy(person: Person) {
  const { page, picture } = person
  await page.getByRole('heading', { level: 1, name: '城北村为什么是这个名次' }).waitFor()
  await page.getByText(/按权重合成后得 [\d.]+ 分（满分 100）。/).waitFor()
  await page.getByText(/红色的线是 [\d.]+ 分，低 [\d.]+ 分，落在红色里。/).waitFor()
  for (const said of ['报第 13 名', '62 分', '96 处问题，覆盖 100']) {
    await page.getByText(said).first().waitFor()
  }
  await page.getByText('在本乡镇 13 个村里排第 13').first().waitFor()
  await page.getByText('在同组评的 13 个村里排第 13').first().waitFor()
  await expectSound(person, 'zh')
  await picture('why')
}

/** Until the round closes, a township sees no standings; the office closes it before its time. */
export async function closes({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=publication`)
  await page.getByText('先截止，才能公布。').waitFor()
  await page.getByRole('button', { name: '现在截止' }).click()
  await confirm(page, '现在截止')
  await page.getByText('可以公布了').waitFor()
}

export async function seesNothingYet({ page }: Person, round: string) {
  await page.goto(`/console/620423/rounds/${round}?tab=standings`)
  await page.getByText('名次还没有公开给您').waitFor()
}

/** The township objects, on a phone, for one of its villages. */
export async function objects(phone: Person, round: string) {
  const { page } = phone
  await page.goto(`/console/620423/rounds/${round}?tab=standings`)
  await page.getByText('已截止、未公布；乡镇和村可以看到，也可以申诉。').waitFor()
  await openTab(page, '申诉')
  await page.getByRole('button', { name: '申诉', exact: true }).click()
  await choose(dialog(page), '哪个村', '十里沙河村')
  await dialog(page).getByLabel('理由和证据').fill('督查当天照片拍的是邻村的路口，请复核。')
  await dialog(page).getByRole('button', { name: '提交' }).click()
  await page.getByText('待裁定').waitFor()
  await phone.picture('objection')
}

/** A pending objection holds the publication up; upheld, its amendment moves the village out of the red. */
export async function rules(office: Person, round: string) {
  const { page } = office
  await page.goto(`/console/620423/rounds/${round}?tab=publication`)
  await page.getByText('有 1 件申诉还没有裁定').waitFor()
  expect(await page.getByRole('button', { name: '照样公布' }).isDisabled()).toBe(true)
  await openTab(page, '申诉')
  await page.getByText('督查当天照片拍的是邻村的路口，请复核。').waitFor()
  await page.getByRole('button', { name: '裁定', exact: true }).click()
  await page.getByRole('radio', { name: '成立，并更正' }).check()
  await page.getByRole('button', { name: '加一处更正' }).click()
  await choose(page, '来源', '督查评分')
  await page.getByRole('spinbutton', { name: '数值' }).fill('99')
  await page.getByLabel('裁定理由').fill('照片核实有误，按复查得分更正。')
  // What is amended is looked at before it counts.
  expect(await page.getByRole('button', { name: '裁定', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '先看会动什么' }).click()
  await page.getByText(/草稿里有 \d+ 个村会变/).waitFor()
  await page.getByRole('button', { name: '裁定', exact: true }).click()
  await page.getByText('督查评分改为 99').waitFor()
  await openTab(page, '名次')
  await row(standings(office), /十里沙河村\s*芦阳镇.*黄/).waitFor()
  expect(await standings(office).locator('.band.red').count()).toBe(30)
}

export async function publishes({ page }: Person, round: string, no: number) {
  await page.goto(`/console/620423/rounds/${round}?tab=publication`)
  await page.getByText('必报的来源都齐了，也没有待处理的申诉。').waitFor()
  await page.getByRole('button', { name: '公布', exact: true }).click()
  await dialog(page).getByText(`公布第 ${no} 期？`).last().waitFor()
  await confirm(page, '公布')
  await page.getByText(/第 1 版已于 .* 公布。/).waitFor()
}
