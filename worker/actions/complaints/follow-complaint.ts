import type { IssueState } from '../../../schema/api/issues.ts'
import { countTaken, selectAnswers, selectByCode, selectFollowed } from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectNamesOf } from '../../data/names.ts'
import { selectPhotos } from '../../data/photos.ts'
import { sha256 } from '../../data/sha256.ts'
import type { Followed } from '../../domain/complaints/followed.ts'
import { standingOf } from '../../domain/complaints/standing.ts'
import { readCode } from '../../domain/complaints/tracking-code.ts'
import { copyKey, readPicture } from '../../files/photos/store.ts'
import type { CountyContext } from '../context.ts'

/** The largest small copy a page carries (bytes). */
const mostPicture = 300_000

/** A complaint by its tracking code as somebody typed it; undefined where there is none, however near the code is. */
export async function followComplaint(
  context: Pick<CountyContext, 'db' | 'env' | 'county'>,
  typed: string,
): Promise<Followed | undefined> {
  const { db } = context
  const [[row]] = await db.together(selectByCode(db, await sha256(readCode(typed).code)))
  if (!row) return undefined
  const { issue, area, at, kind, text, location, reason } = row
  const [answers, [followed], [taken], [name]] = await db.together(
    selectAnswers(db, row.id),
    selectFollowed(db, issue === null ? [] : [issue]),
    countTaken(db, issue === null ? [] : [issue]),
    selectNamesOf(db, [area]),
  )
  const known = followed && { state: followed.state as IssueState, settled: followed.settled }
  const standing = standingOf(row.state, known)
  return {
    ...{ at, kind, text, location, standing, reason },
    areaName: name?.name ?? null,
    closedAt: standing === 'done' ? (followed?.closedAt ?? row.settledAt) : null,
    others: Math.max(0, (taken?.n ?? 1) - 1),
    answers: answers.map((one) => ({ id: one.id, at: one.at, text: one.text })),
    pictures: await picturesOf(context, db, row.released),
  }
}

/** The copies without metadata that browsers made; a photo nobody has made one of is not shown. */
async function picturesOf(
  { env, county }: Pick<CountyContext, 'env' | 'county'>,
  db: CountyDb,
  released: readonly string[],
): Promise<string[]> {
  if (released.length === 0) return []
  const [photos] = await db.together(selectPhotos(db, released))
  const ordered = released.flatMap((id) => photos.find((photo) => photo.id === id) ?? [])
  const pictures = await Promise.all(
    ordered.map(async ({ id, derivative, thumbnail }) => {
      for (const [kind, hash] of [
        ['derivative', derivative],
        ['thumbnail', thumbnail],
      ] as const) {
        const bytes = hash && (await readPicture(env.FILES, copyKey(county.id, id, kind, hash)))
        if (bytes && bytes.length <= mostPicture)
          return `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`
      }
      return undefined
    }),
  )
  return pictures.filter((picture) => picture !== undefined)
}
