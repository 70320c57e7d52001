import { eq, inArray, sql } from 'drizzle-orm'
import { area, bulletin } from '../../../schema/tables/county.ts'
import type { AreaRow } from '../../data/areas.ts'
import { occasionOf, selectDrafted, selectUntold, type Told } from '../../data/bulletin-occasions.ts'
import { addDraft } from '../../data/bulletins.ts'
import { selectCalendar } from '../../data/calendar.ts'
import { newId } from '../../data/new-id.ts'
import { addNotice } from '../../data/notices.ts'
import { selectSetting } from '../../data/settings.ts'
import { dailyDue, daysOfRound } from '../../domain/bulletins/timetable.ts'
import { calendarOf } from '../../domain/calendar/calendar.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { type Drafting, draftOf } from './draft.ts'
import { rulesFrom } from './rules.ts'

/** How long after its publication a round is still worth telling of. */
const fresh = 2 * 86_400_000
const never = Number.POSITIVE_INFINITY

/**
 * Drafts what a county has asked for: a bulletin of each working day that brought anything, at 18:00, and one of each
 * round that was published; issuing is for people. Gives the next instant (epoch ms) at which one is to be drafted.
 * A second run changes nothing: no occasion has two drafts, even where one was discarded.
 */
export async function keepBulletins(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [[set], own, , untold] = await db.together(
    selectSetting(db, 'bulletins'),
    ...selectCalendar(db),
    selectUntold(db, {
      since: new Date(now.getTime() - fresh).toISOString(),
      until: now.toISOString(),
    }),
  )
  const rules = rulesFrom(set)
  if (rules.weekly === 'draft' && untold.length > 0) await draftWeekly(context, untold)
  if (rules.daily === 'off') return never
  const { day, next } = dailyDue(calendarOf(own), now.getTime())
  if (day !== undefined) await draftDaily(context, day)
  return next
}

async function draftWeekly(context: CountyContext, untold: readonly Told[]): Promise<void> {
  const { db } = context
  const ids = [...new Set(untold.map(({ owner }) => owner))]
  const owners = await db.find(area, inArray(area.id, ids), { pick: ['id', 'name', 'level'] })
  for (const { id, no, board, owner, ...span } of untold) {
    const whose = owners.find((one) => one.id === owner)
    // A village may have a board of its own, but no bulletins.
    if (!whose || !['county', 'township'].includes(whose.level)) continue
    const about = { round: id, board, no }
    const drafting = { kind: 'weekly' as const, ...daysOfRound(span), owner: whose, about }
    await add(context, { ...drafting, occasion: occasionOf.weekly(id) }, () => true)
  }
}

async function draftDaily(context: CountyContext, day: string): Promise<void> {
  const { db } = context
  const [county] = await db.find(area, eq(area.level, 'county'), { pick: ['id', 'name', 'level'], limit: 1 })
  if (!county) return
  const occasion = occasionOf.daily(county.id, day)
  const [drafted] = await db.together(selectDrafted(db, occasion))
  if (drafted.length > 0) return
  await add(
    context,
    { kind: 'daily', from: day, to: day, owner: county, occasion },
    ({ happened }) => happened,
  )
}

type Occasion = Omit<Drafting, 'id' | 'digest'> & {
  occasion: string
  owner: Pick<AreaRow, 'id' | 'name' | 'level'>
}

/** Adds a draft with word of it to whoever it belongs to, where it is worth one. */
async function add(
  context: CountyContext,
  occasion: Occasion,
  worth: (draft: { happened: boolean }) => boolean,
): Promise<void> {
  const { db, now } = context
  const id = newId(now.getTime())
  const draft = await draftOf(context, { ...occasion, id, digest: occasion.occasion })
  if (!worth(draft)) return
  const { kind, owner, title } = draft.row
  const at = now.toISOString()
  const word = {
    ...{
      id: newId(now.getTime()),
      kind: 'bulletin' as const,
      at,
      audience: owner,
      origin: 'bulletin' as const,
    },
    ...{ originId: id, no: null, text: title, dueAt: null, posts: [] },
  }
  await db.write(
    addDraft(db, draft.row),
    record(context, 'bulletin.compose', id, { kind, owner }, sql`changes() > 0`),
    addNotice(db, word, db.exists(bulletin, eq(bulletin.id, id))),
  )
}
