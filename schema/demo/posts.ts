import { eq, or } from 'drizzle-orm'
import type { CountyContext } from '../../worker/actions/context.ts'
import type { Post } from '../api/ranking.ts'
import { area, post } from '../tables/county.ts'

const ofTownships: [Post, string][] = [
  ['deputy_lead', '分管领导'],
  ['top_lead', '主要领导'],
]
const ofVillages: [Post, string][] = [
  ['village_lead', '包村领导'],
  ['village_head', '主要负责人'],
]

/** Who holds the posts that the board's rules name: titles instead of names, since nobody in the county is real. */
export async function demoPosts({ db, now }: CountyContext): Promise<void> {
  const areas = await db.find(area, or(eq(area.level, 'village'), eq(area.level, 'township')))
  const startsOn = now.toISOString().slice(0, 10)
  const held = areas.flatMap(({ id, name, level }) =>
    (level === 'township' ? ofTownships : ofVillages).map(([post, title]) => ({
      ...{ id: `demo-${post}-${id}`, area: id, post, holder: `${name}${title}` },
      ...{ startsOn, endsOn: null },
    })),
  )
  await db.write(...db.insertAll(post, held, { taken: 'ignore' }))
}
