import { ask, choose, said } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, county, type Setup } from './county.ts'
import { aPicture } from './pictures.ts'
import { addPhoto, card } from './rectifying.ts'

/** What is found in the village: its issues say so. */
export const found = ['村口积存垃圾没有清走', '路边柴草乱堆', '污水直排进渠'] as const

const deductions = ['积存垃圾，每堆', '柴草乱堆，每处', '直排，每处'] as const

/** An inspector scores a village: three findings with a note and a photo each; a tap makes each an issue. */
export async function findsThree(inspector: Person, { villages, sheet }: Setup) {
  const { page } = inspector
  await page.goto(`${console}/inspections/new?sheet=${sheet}&subject=${villages[0]?.id}`)
  for (const [at, name] of deductions.entries()) {
    await page.getByRole('button', { name: `${name}：加一` }).click()
    await page.getByLabel(`${name} 说明（可不填）`).fill(found[at] ?? '')
    await addPhoto(inspector, aPicture(200, 40 * at, 30), `照片：${name}`)
  }
  await expectSound(inspector, 'zh')
  await inspector.picture('inspection')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /督查记录/ }).waitFor()
  for (const no of [1, 2, 3]) {
    await page.getByRole('button', { name: '转为问题' }).first().click()
    await said(page, `已转为第 ${no} 号问题`).waitFor()
    await page
      .getByRole('link', { name: '已转为问题，去看' })
      .nth(no - 1)
      .waitFor()
  }
}

/** A villager's word of the same heap: offered as the same before it is saved, and joined to it instead. */
export async function joinsSame(phone: Person) {
  const { page } = phone
  await page.goto(`${console}/issues/new`)
  await choose(page, '类别', '垃圾堆')
  await page.getByLabel('什么问题').fill('村民反映村口的垃圾两天没清。')
  await page.getByLabel('具体地点').fill('村委会东 50 米')
  await page.getByText('可能已经登记过（1 件）').waitFor()
  await expectSound(phone, 'zh')
  await phone.picture('report-issue')
  // A page closed by mistake loses nothing.
  await page.reload()
  await page.getByText('接着上次没写完的。').waitFor()
  await page.getByRole('button', { name: /^是同一件/ }).click()
  await page.getByRole('heading', { level: 1, name: /^第 1 号/ }).waitFor()
  await page.getByText('村民反映村口的垃圾两天没清。').waitFor()
  await page.goto(`${console}/issues/mine`)
  await card(phone, found[0]).waitFor()
}

/** The other villages are inspected too; nothing is found there. */
export async function inspectsOthers({ page }: Person, { sheet, villages }: Setup) {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  for (const { id } of villages.slice(1)) {
    await ask(page, 'PUT', `${county}/inspections/${crypto.randomUUID()}`, {
      ...{ sheet, version: 1, subject: id, startedAt: at(3), endedAt: at(1), findings: [], answers: {} },
    })
  }
}
