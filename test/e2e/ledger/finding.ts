import { ask, choose } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, county, type Setup } from './county.ts'
import { aPicture } from './pictures.ts'
import { addPhoto } from './rectifying.ts'

/** What is found in the village: its issues say so. */
export const found = ['村口积存垃圾一堆', '路边柴草乱堆', '污水直排进渠'] as const

const kinds = [
  { category: '垃圾堆', item: 'waste', deduction: 'heap', count: 2 },
  { category: '柴草堆', item: 'waste', deduction: 'straw', count: 1 },
  { category: '污水直排、黑臭水体', item: 'water', deduction: 'sewage', count: 1 },
] as const

/** An inspector scores a village and writes each finding down with a photo. */
export async function findsThree(inspector: Person, setup: Setup) {
  const [village] = setup.villages
  await inspect(inspector, setup, village?.id ?? '', kinds)
  for (const [at, { category }] of kinds.entries()) {
    await report(inspector, village?.name ?? '', category, found[at] ?? '', aPicture(200, 40 * at, 30))
  }
}

async function report(inspector: Person, village: string, category: string, text: string, photo: Buffer) {
  const { page } = inspector
  await page.goto(`${console}/issues/new`)
  await choose(page, '类别', category)
  await choose(page, '哪个村（社区）', village)
  await page.getByLabel('什么问题').fill(text)
  await page.getByLabel('具体地点').fill('村委会东 50 米')
  await addPhoto(inspector, photo, '问题照片（可不拍）')
  await expectSound(inspector, 'zh')
  await inspector.picture('report-issue')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^第 \d+ 号/ }).waitFor()
  await page.getByText(text).first().waitFor()
}

/** The other villages are inspected too; nothing is found there. */
export async function inspectsOthers(inspector: Person, setup: Setup) {
  for (const { id } of setup.villages.slice(1)) await inspect(inspector, setup, id, [])
}

type Found = { item: string; deduction: string; count: number }

function inspect({ page }: Person, { sheet }: Setup, subject: string, findings: readonly Found[]) {
  const now = Date.now()
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
  return ask(page, 'PUT', `${county}/inspections/${crypto.randomUUID()}`, {
    ...{ sheet, version: 1, subject, startedAt: at(3), endedAt: at(1), answers: {} },
    findings: findings.map(({ item, deduction, count }) => ({ item, deduction, count })),
  })
}
