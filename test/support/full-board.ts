import { eq } from 'drizzle-orm'
import { type DemoVillage, demoReports, demoVillages } from '../../schema/demo/weeks.ts'
import { area } from '../../schema/tables/county.ts'
import { addUnit } from '../../worker/actions/areas/units.ts'
import { addBoard } from '../../worker/actions/boards/add-board.ts'
import { addCampaign } from '../../worker/actions/boards/campaigns.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { sendReport } from '../../worker/actions/reports/send-report.ts'
import { openRound } from '../../worker/actions/rounds/open-round.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'

/** A public three-colour board over all of a county's villages, with everybody who reports on it. */
export type FullBoard = {
  id: string
  villages: number
  /** A round opened for the current period, everybody's report in. `week` fixes the numbers. */
  week: (context: CountyContext, week: number) => Promise<FullRound>
}
export type FullRound = { id: string; reports: number }

/** Sets the board up as an office would: a liaison group for each township, one drone team. */
export async function aFullBoard(context: CountyContext): Promise<FullBoard> {
  const { db } = context
  const townships = await db.find(area, eq(area.level, 'township'), { orderBy: area.id })
  const villages = demoVillages(
    await db.find(area, eq(area.level, 'village'), { orderBy: area.id }),
    townships.length,
  )
  for (const { id, name } of townships)
    await addUnit(context, { id: reporters.groupOf(id), name: `${name}包抓组`, kind: 'group', covers: [id] })
  await addUnit(context, { id: reporters.drone, name: '无人机巡查组', kind: 'group' })
  const year = { startsOn: '2026-01-01', endsOn: '2027-12-31' }
  const campaign = await addCampaign(context, { name: '农村人居环境整治行动', ...year })
  const board = await addBoard(context, {
    ...{ campaign: campaign.id, name: '村级三色榜', subject: 'village', visibility: 'public' },
    ...{ policy: threeColourTemplate, cadence: { every: 'week', closesOn: 'friday', closesAt: '18:00' } },
  })
  return {
    id: board.id,
    villages: villages.length,
    week: (now, week) => reportedRound(now, { id: board.id, villages, townships: townships.length }, week),
  }
}

/** A round of such a board opened for the period of `now`, everybody's report in; `week` fixes the numbers. */
export async function reportedRound(
  now: CountyContext,
  { id, villages, townships }: { id: string; villages: readonly DemoVillage[]; townships: number },
  week: number,
): Promise<FullRound> {
  const round = await openRound(now, id, {})
  const reports = demoReports(villages, reporters, townships, week)
  await Promise.all(
    reports.map(({ source, reporter, entries }) =>
      sendReport(now, { round: round.id, source, reporter }, entries),
    ),
  )
  return { id: round.id, reports: reports.length }
}

const reporters = { groupOf: (township: string) => `group-${township}`, drone: 'drone-team' }
