import type { CountyId } from '../../../schema/tables/keys.ts'
import { importAreas } from '../../../worker/actions/areas/import-areas.ts'
import { CountyDb } from '../../../worker/data/county-db.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { shardOf } from '../../../worker/data/shards.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'

const runs = 9

/** The areas of the county with the most villages, brought into a new tenant each time. */
export async function benchImport(): Promise<BenchRow[]> {
  return withHostedCounty('310115', async (county) => {
    const costs = []
    for (let run = -1; run < runs; run++) {
      const cost = await importedOnce(county)
      if (run >= 0) costs.push(cost)
    }
    return [
      { name: 'D1 time, 1526 villages', value: median(costs.map((cost) => cost.milliseconds)), unit: 'ms' },
      { name: 'statements, 1526 villages', value: median(costs.map((cost) => cost.statements)), unit: 'sql' },
      {
        name: 'rows written, 1526 villages',
        value: median(costs.map((cost) => cost.rowsWritten)),
        unit: 'rows',
      },
    ]
  })
}

async function importedOnce({ context }: HostedCounty) {
  const known = await context()
  const id = newId() as CountyId
  const db = new CountyDb(shardOf(known.env, known.county.shard), id)
  await importAreas({ ...known, county: { ...known.county, id }, db })
  return db.cost
}
