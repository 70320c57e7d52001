import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { area, audit } from '../../schema/tables/county.ts'
import { importAreas } from '../../worker/actions/areas/import-areas.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { aCounty } from '../support/county.ts'

test('1,526 villages arrive in one batch: one statement a chunk, one audit row', async () => {
  // Pudong has the most villages of all counties.
  const { id, db, areas } = await aCounty('310115', 3)
  expect(areas.filter(({ level }) => level === 'village')).toHaveLength(1526)
  const before = await db.count(area)
  const again = await systemContext(env, id, new Date())
  if (!again) throw new Error('the county is gone')
  const { statements, trips } = again.control.cost
  await importAreas(again)
  // The audit row, one chunk of areas and the county's mark; two round trips, one to each database.
  expect(again.control.cost.statements - statements).toBe(3)
  expect(again.control.cost.trips - trips).toBe(2)
  expect(await db.count(area)).toBe(before)
  expect(await db.find(audit, eq(audit.verb, 'areas.import'))).toHaveLength(1)
})
