import { eq } from 'drizzle-orm'
import type { AreaLevel } from '../../../schema/api/areas.ts'
import { area } from '../../../schema/tables/county.ts'
import { markAreasReady } from '../../data/counties.ts'
import { county as regionCounty } from '../../files/regions.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/**
 * Brings the county's own area, its townships and villages in from the national divisions. Run again it changes
 * nothing: areas that exist are left as they are. The county counts as ready only after the rows are there.
 */
export async function importAreas(context: CountyContext): Promise<void> {
  const { county, control, db, env } = context
  const region = await regionCounty(env.ASSETS, county.code)
  if (!region) throw new Error(`no region data for ${county.code}`)
  const row = (code: string, name: string, level: AreaLevel, parent: string | null) => ({
    id: code,
    code,
    name,
    level,
    parent,
    active: true,
  })
  const areas = [
    row(region.code, region.name, 'county', null),
    ...region.townships.map((township) => row(township.code, township.name, 'township', region.code)),
    ...region.townships.flatMap((township) =>
      township.villages.map((village) => row(village.code, village.name, 'village', township.code)),
    ),
  ]
  await db.write(
    record(
      context,
      'areas.import',
      region.code,
      { areas: areas.length },
      db.absent(area, eq(area.id, region.code)),
    ),
    ...db.insertAll(area, areas, { taken: 'ignore' }),
  )
  await control.run(markAreasReady(county.id))
}
