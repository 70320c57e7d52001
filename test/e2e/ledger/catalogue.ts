import { choose, dialog, row, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, type Places } from './county.ts'

/** Three piles and six disorders, pillars, routes and markets, as shipped. */
export async function takesCatalogue(office: Person) {
  const { page } = office
  await page.goto(`${console}/catalogue`)
  await page.getByText('还没有问题类别').waitFor()
  await page.getByRole('button', { name: '装入常用目录' }).click()
  await said(page, '已装入常用目录').waitFor()
  await row(page, /垃圾堆.*三堆六乱.*当天/).waitFor()
  await expectSound(office, 'zh')
  await office.picture('catalogue')
}

/** A village answers for itself; one kind goes to the township by a rule of its own, and the preview says so. */
export async function writesRule(office: Person, { villages }: Places) {
  const { page } = office
  const name = villages[0]?.name ?? ''
  await page.goto(`${console}/catalogue?tab=rules`)
  await row(page, /所有类别.*全县.*所在的村/).waitFor()
  await page.getByRole('button', { name: '加一条规则' }).click()
  await choose(dialog(page), '类别', '工地围挡破损')
  await dialog(page).getByText('所在的乡镇').click()
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await row(page, /工地围挡破损.*全县.*所在的乡镇/).waitFor()
  const tried = page.getByRole('region', { name: '试一试：会交给谁' })
  await choose(tried, '村（社区）', name)
  await choose(tried, '类别', '垃圾堆')
  await tried.getByRole('status').filter({ hasText: name }).waitFor()
  await choose(tried, '类别', '工地围挡破损')
  await tried.getByRole('status').filter({ hasText: /^交给/ }).filter({ hasNotText: name }).waitFor()
  await expectSound(office, 'zh')
}
