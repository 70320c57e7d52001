import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Campaign, NewCampaign } from '../../../schema/api/boards.ts'
import { campaign } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Adds a campaign. Errors: campaign_ends_early, id_taken. */
export async function addCampaign(
  context: CountyContext,
  wanted: z.infer<typeof NewCampaign>,
): Promise<Campaign> {
  const { db, now } = context
  if (wanted.endsOn < wanted.startsOn) throw new Problem('campaign_ends_early')
  const row = { ...wanted, id: wanted.id ?? newId(now.getTime()) }
  const [[added]] = await db.write(
    db.insert(campaign, row, { taken: 'ignore' }),
    record(context, 'campaign.add', row.id, {}, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return added
}
