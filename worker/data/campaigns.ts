import { eq } from 'drizzle-orm'
import { campaign } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

export type CampaignRow = Row<typeof campaign>

/** A county's campaigns, newest id first: a handful of rows a year. */
export async function listCampaigns(db: CountyDb): Promise<CampaignRow[]> {
  return db.find(campaign, undefined, { orderBy: campaign.id, descending: true, limit: 500 })
}

export async function findCampaign(db: CountyDb, id: string): Promise<CampaignRow | undefined> {
  return db.first(campaign, eq(campaign.id, id))
}
