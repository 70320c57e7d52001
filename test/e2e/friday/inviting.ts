import { expect } from 'vitest'
import { choose, confirm, dialog, row } from '../console.ts'
import { type Person, signInByForm } from '../people.ts'

export type Account = { name: string; login: string; password: string }
export const reporter = { name: '芦阳报送员', login: 'luyang-baosong', password: 'lu-yang-zhen-2026' }
export const inspector = { name: '芦阳检查员', login: 'luyang-jiancha', password: 'bao-zhua-zu-2026' }
const forgotten = { ...reporter, password: 'xin-mi-ma-lu-yang-2026' }

/** Invites both by one-time links; the links, in that order. */
export async function inviteBoth({ page }: Person): Promise<[string, string]> {
  await page.goto('/console/620423/members')
  await page.getByRole('button', { name: '邀请成员' }).click()
  const first = await invite(page, reporter, { scope: '芦阳镇' })
  await dialog(page).getByRole('button', { name: '再邀请一位' }).click()
  const second = await invite(page, inspector, { role: '督查组、包抓组成员', scope: '芦阳镇包抓组' })
  await dialog(page).getByRole('button', { name: '关闭', exact: true }).last().click()
  await row(page, /芦阳报送员.*乡镇报送员.*芦阳镇.*已邀请，未启用/).waitFor()
  await row(page, /芦阳检查员.*督查组、包抓组成员.*芦阳镇包抓组/).waitFor()
  return [first, second]
}

async function invite(page: Person['page'], who: Account, { role, scope }: { role?: string; scope: string }) {
  const form = dialog(page)
  await form.getByLabel('姓名').fill(who.name)
  await form.getByLabel('登录名').fill(who.login)
  if (role !== undefined) await choose(form, '角色', role)
  await choose(form, '范围', scope)
  await form.getByRole('button', { name: '邀请成员' }).click()
  return linkIn(page, who)
}

async function linkIn(page: Person['page'], { name }: Account): Promise<string> {
  const link = page.getByRole('dialog', { name: `交给${name}的一次性链接` })
  await link.getByText('只显示这一次').waitFor()
  return link.getByRole('textbox', { name: '邀请链接' }).inputValue()
}

/** Opens an invitation and sets a password, which leads straight into the console. */
export async function activate({ page, picture }: Person, link: string, who: Account) {
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: '邀请您加入景泰县' }).waitFor()
  await picture('activate')
  await page.getByRole('textbox', { name: '密码' }).fill(who.password)
  await page.getByRole('button', { name: '设密码并进入' }).click()
  await page.waitForURL('**/console/620423/cockpit')
}

/** A link works once. */
export async function expectSpent({ page }: Person, link: string) {
  await page.goto(link)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('button', { name: '设密码并进入' }).count()).toBe(0)
}

/** The office hands a reset link to one who forgot the password: the old one and old sessions end, the new one works. */
export async function resetPassword(office: Person, phone: Person) {
  await office.page.goto('/console/620423/members')
  await row(office.page, reporter.login).getByRole('button', { name: '重置密码' }).click()
  await confirm(office.page, '重置密码')
  const link = await linkIn(office.page, reporter)
  await phone.page.goto(link)
  await phone.page.getByRole('heading', { level: 1, name: '重新设置密码' }).waitFor()
  await phone.page.getByRole('textbox', { name: '密码' }).fill(forgotten.password)
  await phone.page.getByRole('button', { name: '设密码并进入' }).click()
  await phone.page.waitForURL('**/console/620423/cockpit')
  await phone.context.clearCookies()
  await phone.page.goto('/signin/')
  await phone.page.getByRole('textbox', { name: '登录名' }).fill(reporter.login)
  await phone.page.getByRole('textbox', { name: '密码' }).fill(reporter.password)
  await phone.page.getByRole('button', { name: '登录', exact: true }).click()
  await phone.page.getByRole('alert').waitFor()
  await signInByForm(phone, reporter.login, forgotten.password)
}
