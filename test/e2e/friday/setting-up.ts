import { expect } from 'vitest'
import { writeXlsx } from '../../../worker/files/sheets/write.ts'
import { choose, chooseFile, dialog, openTab, row, said } from '../console.ts'
import type { Person } from '../people.ts'
import { luyang, townships } from './county.ts'

export const office = { login: 'jingtai-office', password: 'qing-jie-cun-zhuang' }

export async function signUp({ page, picture }: Person) {
  await page.goto('/signup/')
  await page.getByLabel('省（自治区、直辖市）').selectOption({ label: '甘肃省' })
  await page.getByLabel('市（州、盟）').selectOption({ label: '白银市' })
  await page.getByLabel('县（市、区、旗）').selectOption({ label: '景泰县' })
  await page.getByText('景泰县：11 个乡镇（街道），151 个村（社区）').waitFor()
  const listing = page.getByRole('region', { name: '景泰县' })
  expect(await listing.getByRole('group').count()).toBe(11)
  await listing.getByText('芦阳镇').click()
  await listing.getByText('席滩村民委员会').waitFor()
  await picture('signup')
  await page.getByLabel('办公室名称').fill('景泰县农村人居环境整治领导小组办公室')
  await page.getByLabel('您的姓名').fill('县办主任')
  await page.getByLabel('登录名').fill(office.login)
  await page.getByRole('textbox', { name: '密码' }).fill(office.password)
  await page.getByRole('button', { name: '开通', exact: true }).click()
  await page.waitForURL('**/console/620423/cockpit')
  await page.getByText('11 个乡镇、151 个村').waitFor()
}

/** A village the national codes lack, one renamed, one that is no more. */
export async function changeAreas({ page }: Person) {
  await page.goto('/console/620423/areas')
  await page.getByText('11 个乡镇（街道），151 个村（社区）在用').waitFor()
  await page.getByRole('button', { name: '增加村（社区）', exact: true }).click()
  await choose(dialog(page), '乡镇', '喜泉镇')
  await dialog(page).getByLabel('名称', { exact: true }).fill('新园村民委员会')
  await dialog(page).getByRole('button', { name: '增加', exact: true }).click()
  await said(page, '已增加新园村民委员会。').waitFor()
  await page.getByText('152 个村（社区）在用').waitFor()

  await page.getByRole('searchbox', { name: '查找乡镇或村' }).fill('masq')
  await row(page, '民安社区').getByRole('button', { name: '改名' }).click()
  await dialog(page).getByLabel('名称').fill('民乐社区居民委员会')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await page.getByRole('searchbox', { name: '查找乡镇或村' }).fill('喜泉')
  await row(page, '民乐社区居民委员会').waitFor()
  await row(page, '三台井村').getByRole('button', { name: '停用' }).click()
  await said(page, '已停用三台井村民委员会').waitFor()
  await page.getByText('11 个乡镇（街道），151 个村（社区）在用').waitFor()
  expect(await row(page, '三台井村').count()).toBe(0)
}

/** Who holds which post, from a sheet with a row a holder. */
export async function bringInPosts({ page }: Person) {
  const villages = luyang.flatMap((village, at) => [
    ['包村领导', `包村${at + 1}`, '芦阳镇', village],
    ['村主要负责人', `支书${at + 1}`, '芦阳镇', village],
  ])
  const leaders = townships.flatMap((township, at) => [
    ['分管领导', `分管${at + 1}`, township, null],
    ['主要领导', `书记${at + 1}`, township, null],
  ])
  const header = ['职务', '姓名', '乡镇', '村']
  const sheet = await writeXlsx([{ name: '责任人', header, rows: [...villages, ...leaders] }])
  await page.goto('/console/620423/posts')
  await page.getByRole('button', { name: '上传表格' }).click()
  await chooseFile(dialog(page), '责任人.xlsx', sheet)
  await dialog(page).getByText('48 行无误').waitFor()
  await dialog(page).getByRole('button', { name: '导入 48 条' }).click()
  await said(page, '已导入 48 条。').waitFor()
  await row(page, '支书13').waitFor()
}

/** The three-colour board from its template: every Friday at 18:00. */
export async function makeBoard({ page }: Person) {
  await page.goto('/console/620423/boards')
  await page.getByRole('button', { name: '新建榜' }).click()
  await page.getByLabel('行动名称').fill('农村人居环境整治')
  await page.getByText('乡镇自评权重 1，督查评分和无人机巡查各 2').waitFor()
  await page.getByRole('button', { name: '建榜' }).click()
  await page.getByRole('heading', { level: 1, name: '三色榜' }).waitFor()
  await page.getByText('全县 · 每周五 18:00 · 只限本县成员').waitFor()
}

/** Two weeks' colours from before, so that a streak goes on: 芦阳村 was green in both, 响水村 red in the first. */
export async function bringInPast({ page }: Person) {
  await openTab(page, '以前的颜色')
  const weeks = [
    ['村名', '第1周', '第2周'],
    ['芦阳村', '绿', '绿'],
    ['响水村', '红', '黄'],
    ['石门村', '黄', '绿'],
  ]
  await page
    .getByRole('textbox', { name: '从表格粘贴到这里' })
    .fill(weeks.map((line) => line.join('\t')).join('\n'))
  await page.getByRole('button', { name: '核对粘贴的内容' }).click()
  await page.getByText('认出 2 期：第1周、第2周').waitFor()
  await page.getByRole('button', { name: '带入 2 期的颜色' }).click()
  await row(page.getByRole('table', { name: '已有的各期' }), '绿 2 · 黄 1 · 红 0').waitFor()
}

/** Eleven liaison groups pasted as a column, and the drone team. */
export async function makeGroups({ page }: Person) {
  await page.goto('/console/620423/units')
  await page.getByRole('button', { name: '增加单位或组' }).click()
  const names = [...townships.map((township) => `${township}包抓组`), '无人机巡查组']
  await dialog(page)
    .getByLabel(/^名称（每行一个/)
    .fill(names.join('\n'))
  await dialog(page).getByRole('list', { name: '将要增加的单位' }).waitFor()
  await dialog(page).getByRole('button', { name: '增加 12 个' }).click()
  await said(page, '已增加 12 个。').waitFor()
  await row(page, /芦阳镇包抓组.*芦阳镇.*在用/).waitFor()
  await row(page, /无人机巡查组.*不限/).waitFor()
}
