import { and, eq } from 'drizzle-orm'
import { changeBulletin } from '../../worker/actions/bulletins/change-bulletin.ts'
import { composeBulletin } from '../../worker/actions/bulletins/compose-bulletin.ts'
import { discardBulletin, issueBulletin } from '../../worker/actions/bulletins/issue-bulletin.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { daysOfRound } from '../../worker/domain/bulletins/timetable.ts'
import { dayOf } from '../../worker/domain/consequences/due-on.ts'
import type { NewBulletin } from '../api/bulletins.ts'
import { bulletin, round } from '../tables/county.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

type At = (time: number) => Promise<CountyContext>
const day = 86_400_000
const done = ['bulletin_changed', 'bulletin_frozen']

/** What the demo county has told: a week's bulletin to everybody, a township's to the members, and a draft in work. */
export async function demoBulletins(at: At, villages: readonly DemoVillage[], now: number): Promise<void> {
  const context = await at(now)
  const rounds = await context.db.find(round, eq(round.state, 'published'), { orderBy: round.no })
  const last = rounds.at(-1)
  if (!last) return
  const told = Math.min(now, Date.parse(last.publishedAt ?? last.closesAt) + 3_600_000)
  const week = daysOfRound(last)
  await issued(await at(told), {
    id: 'demo-bulletin-week',
    ...{ kind: 'weekly', round: last.id, title: `村级三色榜第${last.no}期情况通报`, ...week },
  })
  // The clock may have drafted one of that week as well: one is enough.
  const twin = and(eq(bulletin.round, last.id), eq(bulletin.state, 'draft'))
  for (const { id } of await context.db.find(bulletin, twin, { pick: ['id'] }))
    await discardBulletin(context, id)
  const township = villages[0]?.township
  if (township !== undefined)
    await issued(
      await at(told),
      { id: 'demo-bulletin-township', kind: 'special', owner: township, title: '本周整改情况通报', ...week },
      'members',
    )
  const yesterday = dayOf(new Date(now - day))
  const draft: NewBulletin = { id: 'demo-bulletin-draft', kind: 'daily', from: yesterday, to: yesterday }
  await composeBulletin(context, draft)
}

async function issued(
  context: CountyContext,
  wanted: NewBulletin & { id: string },
  visibility: 'public' | 'members' = 'public',
): Promise<void> {
  const { id } = wanted
  await composeBulletin(context, wanted)
  await unlessDone(done, () => changeBulletin(context, id, { version: 1, visibility }))
  await unlessDone(done, () => issueBulletin(context, id, 2))
}
