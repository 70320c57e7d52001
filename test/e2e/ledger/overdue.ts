import { expect } from 'vitest'
import { ask, row } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, county, extend, type Setup } from './county.ts'

type Listed = { items: { id: string; text: string }[] }

/** The issue with some text, as the office finds it. */
export async function issueOf({ page }: Person, text: string): Promise<string> {
  const { items } = await ask<Listed>(page, 'GET', `${county}/issues?limit=100`)
  const found = items.find((issue) => issue.text.includes(text))
  if (!found) throw new Error(`no issue says ${text}`)
  return found.id
}

/** Handed to the township with next to no time left, it goes overdue; the clock tells the posts it should. */
export async function goesOverdue(office: Person, text: string, { township, round }: Setup) {
  const { page } = office
  const id = await issueOf(office, text)
  await ask(page, 'PUT', `${county}/issues/${id}/steps/${crypto.randomUUID()}`, {
    ...{ kind: 'transferred', lead: township, note: '村里力量不够，由镇里牵头。' },
    dueAt: new Date(Date.now() + 1500).toISOString(),
  })
  await page.goto(`${console}/issues/${id}`)
  const history = page.getByRole('region', { name: '经过' })
  // Each change of the round wakes the county's clock, which otherwise looks every five minutes.
  let days = 11
  await expect
    .poll(
      async () => {
        await extend(page, round, days++)
        await page.reload()
        await history.getByText('转交').waitFor()
        return history.getByText('升级提醒').count()
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBeGreaterThan(0)
  await history.getByText('超期', { exact: true }).waitFor()
  await history.getByText('通知包村领导').waitFor()
  await page.getByText(/^超期 0 小时/).waitFor()
  await office.picture('overdue')
  await page.goto(`${console}/issues?overdue=true`)
  await row(page, text).waitFor()
  expect(await page.getByRole('row').count(), 'the heading and the one').toBe(2)
  await expectSound(office, 'zh')
}

/** Word of it reached those whom it concerns. */
export async function isTold(phone: Person, text: string) {
  const { page } = phone
  await page.goto(`${console}/issues/notices`)
  await page.getByRole('article').filter({ hasText: text }).first().waitFor()
  await expectSound(phone, 'zh')
}
