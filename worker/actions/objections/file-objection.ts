import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { NewObjection, Objection } from '../../../schema/api/consequences.ts'
import { objection, round } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import { findObjection } from '../../data/objections.ts'
import { findRound } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { attachPhotos } from '../photos/attach.ts'
import { requireCan } from '../require.ts'
import { objectionShown } from './objection-view.ts'

/**
 * Files an objection for a subject of a closed round, by itself, its township or the office for it. The same id with
 * the same words again gives the first one. Errors: not_found, forbidden, invalid (subject, photos), objections_closed,
 * id_taken, conflict.
 */
export async function fileObjection(
  context: CountyContext,
  roundId: string,
  wanted: z.infer<typeof NewObjection>,
): Promise<Objection> {
  const { db, member, now } = context
  const { subject, text, photos = [] } = wanted
  const found = await findRound(db, roundId)
  if (!found) throw new Problem('not_found')
  const entry = found.roster.find(({ id }) => id === subject)
  if (!entry) throw unknownSubject()
  requireCan(member, 'objection.write', { township: entry.township, village: entry.id })

  const row = {
    ...{ id: wanted.id ?? newId(now.getTime()), round: roundId, subject, text },
    ...{ state: 'pending' as const, filedBy: member.id, filedAt: now.toISOString(), amendments: [] },
  }
  const closed = and(eq(round.id, roundId), eq(round.state, 'closed')) ?? eq(round.id, roundId)
  const filedNow = and(
    eq(objection.id, row.id),
    eq(objection.filedBy, row.filedBy),
    eq(objection.filedAt, row.filedAt),
  )
  const evidence = { target: 'objection', targetId: row.id, area: subject, role: 'evidence' } as const
  const when = db.exists(objection, filedNow ?? eq(objection.id, row.id))
  const [[filed]] = await db
    .write(
      db.insert(objection, row, { taken: 'ignore', when: db.exists(round, closed) }),
      record(
        context,
        'objection.file',
        row.id,
        { round: roundId, subject, photos: photos.length },
        sql`changes() > 0`,
      ),
      ...(await attachPhotos(context, { ...evidence, when }, photos)),
    )
    .catch(photoGone)
  if (filed) return objectionShown(context, filed, found.roster)
  const taken = await findObjection(db, row.id)
  if (!taken) throw new Problem('objections_closed')
  const same = taken.round === roundId && taken.subject === subject && taken.text === text
  if (!same) throw new Problem('id_taken')
  return objectionShown(context, taken, found.roster)
}

/** Swept away between upload and filing. */
function photoGone(error: unknown): never {
  throw error instanceof NotAsRead ? new Problem('conflict') : error
}

function unknownSubject(): Problem {
  const message = { zh: '本期的参评名单里没有这一项', en: 'Not on the roster of this round' }
  return new Problem(
    'invalid',
    {},
    { fields: (language) => [{ path: 'subject', message: message[language] }] },
  )
}
