import { expect } from 'vitest'
import { dialog, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console } from './county.ts'
import { card } from './rectifying.ts'

/** The inspector sees before beside after, and accepts what is good. */
export async function accepts(inspector: Person, text: string) {
  const { page } = inspector
  await page.goto(`${console}/issues/mine?list=verify`)
  const shown = card(inspector, text)
  await shown.getByRole('figure').filter({ hasText: '整改后' }).getByRole('img').first().waitFor()
  expect(await shown.getByRole('figure').filter({ hasText: '整改前' }).getByRole('img').count()).toBe(1)
  await expectSound(inspector, 'zh')
  await inspector.picture('verify')
  await shown.getByRole('button', { name: '核验销号' }).click()
  await dialog(page).getByLabel('核验时看到什么').fill('现场看过，已清。')
  await dialog(page).getByRole('button', { name: '核验通过，销号' }).click()
  await said(page, /核验销号，已记下/).waitFor()
  await shown.waitFor({ state: 'detached' })
}

/** What is not good enough goes back, with the reason; without one it cannot. */
export async function returns(inspector: Person, text: string, why: string) {
  const { page } = inspector
  await page.goto(`${console}/issues/mine?list=verify`)
  await card(inspector, text).getByRole('button', { name: '退回重改' }).click()
  const submit = dialog(page).getByRole('button', { name: '提交' })
  expect(await submit.isDisabled()).toBe(true)
  await dialog(page).getByLabel('哪里还不到位').fill(why)
  await submit.click()
  await said(page, /退回重改，已记下/).waitFor()
}

/** The village finds it back on its list and reads why. */
export async function readsWhyReturned(phone: Person, text: string, why: string) {
  const { page } = phone
  await page.goto(`${console}/issues/mine`)
  await card(phone, text).getByText('已退回').waitFor()
  await card(phone, text).getByRole('link').click()
  await page.getByText(why).waitFor()
  await expectSound(phone, 'zh')
  await phone.picture('issue')
}

/** Weeks later, unannounced: it is back, so the issue is open again and counts as a relapse. */
export async function revisits(inspector: Person, text: string) {
  const { page } = inspector
  await page.goto(`${console}/issues?settled=settled`)
  await page.getByRole('link', { name: text }).click()
  await page.getByRole('button', { name: '回头看' }).click()
  await dialog(page).getByText('又反弹了').click()
  const submit = dialog(page).getByRole('button', { name: '提交' })
  expect(await submit.isDisabled(), 'what is back is said in words').toBe(true)
  await dialog(page).getByLabel('看到什么').fill('路边又堆上了。')
  await submit.click()
  await page.getByText('反弹 1 次').waitFor()
  await page.getByText('已交办').first().waitFor()
}
