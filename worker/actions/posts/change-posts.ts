import { eq, sql } from 'drizzle-orm'
import type { PostHolding } from '../../../schema/api/areas.ts'
import type { NewPost, PostChange } from '../../../schema/api/posts.ts'
import { post } from '../../../schema/tables/county.ts'
import { findArea } from '../../data/areas.ts'
import { eraseHolder } from '../../data/consequences.ts'
import { newId } from '../../data/new-id.ts'
import { eraseFromNotices } from '../../data/notices.ts'
import { findPost } from '../../data/posts.ts'
import { postLevel } from '../../domain/sheets/post-headings.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Notes who holds a post from when. Errors: not_found (area), post_area, post_ends_early, id_taken. */
export async function addPost(context: CountyContext, wanted: NewPost): Promise<PostHolding> {
  const { db, now } = context
  const place = await findArea(db, wanted.area)
  if (!place) throw new Problem('not_found')
  if (place.level !== postLevel[wanted.post]) throw new Problem('post_area')
  const endsOn = wanted.endsOn ?? null
  if (endsOn !== null && endsOn < wanted.startsOn) throw new Problem('post_ends_early')
  const row = { ...wanted, id: wanted.id ?? newId(now.getTime()), endsOn }
  const [[added]] = await db.write(
    db.insert(post, row, { taken: 'ignore' }),
    record(context, 'post.add', row.id, { post: row.post, area: row.area }, sql`changes() > 0`),
  )
  if (added) return added
  const taken = await findPost(db, row.id)
  const same =
    taken?.area === row.area &&
    taken.post === row.post &&
    taken.holder === row.holder &&
    taken.startsOn === row.startsOn &&
    taken.endsOn === row.endsOn
  if (!taken || !same) throw new Problem('id_taken')
  return taken
}

/** Corrects a holder's name or says until when. Errors: not_found, post_ends_early. */
export async function changePost(
  context: CountyContext,
  id: string,
  { holder, endsOn }: PostChange,
): Promise<PostHolding> {
  const { db } = context
  const found = await findPost(db, id)
  if (!found) throw new Problem('not_found')
  if (endsOn && endsOn < found.startsOn) throw new Problem('post_ends_early')
  const set = { ...(holder === undefined ? {} : { holder }), ...(endsOn === undefined ? {} : { endsOn }) }
  if (Object.keys(set).length === 0) return found
  const changes = { renamed: holder !== undefined, ...(endsOn === undefined ? {} : { endsOn }) }
  const [[changed]] = await db.write(
    db.update(post, set, eq(post.id, id)),
    record(context, 'post.change', id, changes, sql`changes() > 0`),
  )
  if (!changed) throw new Problem('not_found')
  return changed
}

/**
 * Takes a holding out of the records, and the name with it wherever an action of that area froze it. Doing so twice
 * changes nothing. Errors: not_found.
 */
export async function erasePost(context: CountyContext, id: string): Promise<void> {
  const { db } = context
  const found = await findPost(db, id)
  if (!found) throw new Problem('not_found')
  await db.write(
    db.remove(post, eq(post.id, id)),
    record(context, 'post.erase', id, { post: found.post, area: found.area }, sql`changes() > 0`),
    eraseHolder(db, found),
    eraseFromNotices(db, found),
  )
}
