import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { PostHolders, PostsChanged } from '../../../schema/api/posts.ts'
import { area, post } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import { endPosts, type PostRow, postsIn } from '../../data/posts.ts'
import { dayAfter } from '../../domain/calendar/calendar.ts'
import { successions } from '../../domain/consequences/successions.ts'
import { postLevel } from '../../domain/sheets/post-headings.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/**
 * Changes many holders at once: who is named takes the post on that day, whoever held it leaves the day before, who
 * holds it already stays as noted. The same again changes nothing. Errors: not_found (an area), post_area, conflict.
 */
export async function setHolders(
  context: CountyContext,
  { from, holders }: PostHolders,
): Promise<z.infer<typeof PostsChanged>> {
  const { db, now } = context
  const places = [...new Set(holders.map((one) => one.area))]
  await requirePlaces(context, places, holders)
  const held = await postsIn(db, places)
  const named = holders.flatMap(({ area, post, holder }) =>
    holder === '' ? [] : [{ area, post, holder, startsOn: from, endsOn: null }],
  )
  const { added, ended } = successions(named, held)
  const vacated = vacancies(held, { from, holders })
  const leaving = [...ended, ...vacated]
  if (added.length + leaving.length === 0) return { added: 0, ended: 0 }
  const known = JSON.stringify(held.map(({ id }) => id))
  const asRead = db.absent(
    post,
    sql`${post.area} in (select value from json_each(${JSON.stringify(places)}))
      and ${post.id} not in (select value from json_each(${known}))`,
  )
  const news = added.map((holding) => ({ id: newId(now.getTime()), ...holding }))
  const counts = { added: added.length, ended: leaving.length }
  await db
    .write(
      db.demand(asRead),
      ...endPosts(db, leaving),
      ...db.insertAll(post, news),
      record(context, 'posts.change', 'posts', { from, ...counts }),
    )
    .catch((error: unknown) => {
      throw error instanceof NotAsRead ? new Problem('conflict') : error
    })
  return counts
}

/** Those who hold a post on its day that is to be vacant from then on. */
function vacancies(held: readonly PostRow[], { from, holders }: PostHolders) {
  const named = (one: PostRow, wanted: (holder: string) => boolean) =>
    holders.some(({ area, post, holder }) => area === one.area && post === one.post && wanted(holder))
  return held
    .filter((one) => one.startsOn <= from && (one.endsOn === null || one.endsOn >= from))
    .filter((one) => named(one, (holder) => holder === '') && !named(one, (holder) => holder !== ''))
    .map(({ id }) => ({ id, endsOn: dayAfter(from, -1) }))
}

async function requirePlaces(
  { db }: CountyContext,
  places: readonly string[],
  holders: PostHolders['holders'],
): Promise<void> {
  const list = sql`${area.id} in (select value from json_each(${JSON.stringify(places)}))`
  const found = await db.find(area, list, { pick: ['id', 'level'] })
  const levels = new Map(found.map(({ id, level }) => [id, level]))
  if (levels.size < places.length) throw new Problem('not_found')
  if (holders.some((one) => levels.get(one.area) !== postLevel[one.post])) throw new Problem('post_area')
}
