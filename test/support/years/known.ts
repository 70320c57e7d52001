import { eq } from 'drizzle-orm'
import {
  area,
  bulletin,
  columnArticle,
  complaint,
  consequence,
  draw,
  inspection,
  issue,
  meeting,
  round,
} from '../../../schema/tables/county.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import type { Known } from './county-reads.ts'
import { day, dayAt } from './settled-week.ts'

/** What a county has last of everything, to ask for. */
export async function knownOf(
  { db, county, now }: CountyContext,
  rounds: { published: string; open: string },
  board: string,
): Promise<Known> {
  const newest = { pick: ['id'], limit: 1, descending: true } as const
  const [[village], [published], [found], [made], [called], [told], [written], [sent], [held], [drawn]] =
    await db.together(
      db.select(area, eq(area.level, 'village'), { orderBy: area.id, limit: 1 }),
      db.select(round, eq(round.id, rounds.published), { pick: ['no'], limit: 1 }),
      db.select(issue, eq(issue.settled, true), { ...newest, orderBy: issue.id }),
      db.select(inspection, undefined, { ...newest, orderBy: inspection.id }),
      db.select(consequence, eq(consequence.stage, 'done'), { ...newest, orderBy: consequence.id }),
      db.select(bulletin, eq(bulletin.state, 'issued'), { ...newest, orderBy: bulletin.id }),
      db.select(columnArticle, undefined, { ...newest, orderBy: columnArticle.id }),
      db.select(complaint, undefined, { ...newest, orderBy: complaint.id }),
      db.select(meeting, undefined, { ...newest, orderBy: meeting.id }),
      db.select(draw, undefined, { ...newest, orderBy: draw.id }),
    )
  const township = village?.parent ?? ''
  const id = (row: { id: string } | undefined) => row?.id ?? ''
  return {
    ...{ county: county.id, code: county.code, board, ...rounds, no: String(published?.no) },
    ...{ village: id(village), township, group: `group-${township}` },
    ...{ issue: id(found), inspection: id(made), consequence: id(called), bulletin: id(told) },
    ...{ article: id(written), complaint: id(sent), meeting: id(held), draw: id(drawn) },
    ...{ day: dayAt(now.getTime()), since: dayAt(now.getTime() - 7 * day) },
  }
}
