import { expect } from 'vitest'
import { ask, choose, chooseFile, dialog, row, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, county, type Places } from './county.ts'
import { issueOf } from './overdue.ts'
import { card } from './rectifying.ts'

/** While the village writes, the office takes a step: nothing written is lost, and the village reads what happened. */
export async function isFaster(office: Person, phone: Person, text: string) {
  const { page } = phone
  await page.goto(`${console}/issues/mine`)
  await card(phone, text).getByRole('button', { name: '申请延期' }).click()
  const form = dialog(page)
  await form.getByLabel('为什么要延期').fill('施工队下周才能进场。')
  const id = await issueOf(office, text)
  await ask(office.page, 'PUT', `${county}/issues/${id}/steps/${crypto.randomUUID()}`, {
    ...{ kind: 'noted', note: '请先设围挡。' },
  })
  await form.getByRole('button', { name: '提交' }).click()
  await form.getByText('有人比您先办了一步').waitFor()
  await form.getByText('记一笔').waitFor()
  expect(await form.getByLabel('为什么要延期').inputValue()).toBe('施工队下周才能进场。')
  await expectSound(phone, 'zh')
  await phone.picture('overtaken')
  await form.getByRole('button', { name: '按新的情况再提交' }).click()
  await said(page, /申请延期，已记下/).waitFor()
}

/** The office narrows the ledger, keeps the filter for everybody, does something with several and takes it as a sheet. */
export async function worksThrough(office: Person) {
  const { page } = office
  await page.goto(`${console}/issues`)
  await row(page, '污水直排进渠').waitFor()
  await office.picture('ledger')
  await choose(page, '类别', '污水直排、黑臭水体')
  await page.waitForURL(/category=sewage/)
  await page.getByRole('button', { name: '存下这个筛选' }).click()
  await dialog(page).getByLabel('叫什么').fill('污水')
  await dialog(page).getByLabel('给本县的人都能用').check()
  await dialog(page).getByRole('button', { name: '存下', exact: true }).click()
  await page.getByRole('button', { name: /^污水 · 共用/ }).waitFor()

  await page.getByRole('checkbox', { name: '全选本页' }).check()
  await page.getByText('已选 1 件').waitFor()
  const bulk = page.getByRole('region', { name: '批量办理' })
  await bulk.getByRole('button', { name: '核验销号' }).click()
  await dialog(page).getByRole('button', { name: '提交' }).click()
  await dialog(page).getByText('办了 0 件，1 件没有办').waitFor()
  await dialog(page).getByRole('button', { name: '关闭' }).last().click()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出表格' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await expectSound(office, 'zh')
}

/** A superior's list with a village nobody knows: nothing comes in until it is said which one was meant. */
export async function bringsIn(office: Person, { villages }: Places) {
  const { page } = office
  const [, second, third] = villages
  const sheet = [
    '序号,问题,地点,问题类别',
    `1,路边树坑里有杂物,${second?.name},乱堆乱放`,
    '2,公厕门锁坏,没有这个村,厕所不能正常使用',
  ].join('\n')
  await page.goto(`${console}/issues`)
  await page.getByRole('button', { name: '导入台账' }).click()
  await chooseFile(dialog(page), '上级反馈.csv', new TextEncoder().encode(sheet))
  await dialog(page).getByText('1 行有问题').waitFor()
  const apply = dialog(page).getByRole('button', { name: /^导入 \d 件/ })
  expect(await apply.isDisabled()).toBe(true)
  await choose(dialog(page), /第 2 行|第 3 行/, third?.name ?? '')
  await dialog(page).getByRole('button', { name: '导入 2 件' }).click()
  await said(page, '已导入 2 件').waitFor()
  await row(page, '路边树坑里有杂物').waitFor()
  await row(page, '公厕门锁坏').waitFor()
}
