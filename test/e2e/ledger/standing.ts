import { expect } from 'vitest'
import { row } from '../console.ts'
import { expectSound, type Person } from '../people.ts'
import { console, type Setup } from './county.ts'

/** The round's standings follow the inspections and the ledger, and say so. */
export async function reflected(office: Person, { round, villages }: Setup) {
  const { page } = office
  const [village] = villages
  const name = village?.name.replace(/(村)?(民|居民)委员会$/u, '') ?? ''
  await page.goto(`${console}/rounds/${round}?tab=standings`)
  const standings = page.getByRole('table', { name: '名次' })
  await expect
    .poll(
      async () => {
        await page.reload()
        await standings.waitFor()
        return row(standings, name).textContent()
      },
      { timeout: 60_000 },
    )
    .toContain('红')
  await row(standings, name).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: /为什么是这个名次/ }).waitFor()
  for (const said of ['超期未改', '按时整改']) await page.getByText(said).first().waitFor()
  await expectSound(office, 'zh')
  await office.picture('why-ledger')
}
