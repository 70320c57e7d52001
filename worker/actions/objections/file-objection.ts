import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { NewObjection, Objection } from '../../../schema/api/consequences.ts'
import { objection, round } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { findObjection } from '../../data/objections.ts'
import { findRound } from '../../data/rounds.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { objectionOf } from './objection-view.ts'

/**
 * Files an objection for a subject of a closed round, by itself, its township or the office for it. The same id with
 * the same words again gives the first one. Errors: not_found, forbidden, invalid (subject), objections_closed,
 * id_taken.
 */
export async function fileObjection(
  context: CountyContext,
  roundId: string,
  wanted: z.infer<typeof NewObjection>,
): Promise<Objection> {
  const { db, member, now } = context
  const { subject, text } = wanted
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
  const [[filed]] = await db.write(
    db.insert(objection, row, { taken: 'ignore', when: db.exists(round, closed) }),
    record(context, 'objection.file', row.id, { round: roundId, subject }, sql`changes() > 0`),
  )
  if (filed) return objectionOf(filed, found.roster, member)
  const taken = await findObjection(db, row.id)
  if (!taken) throw new Problem('objections_closed')
  const same = taken.round === roundId && taken.subject === subject && taken.text === text
  if (!same) throw new Problem('id_taken')
  return objectionOf(taken, found.roster, member)
}

function unknownSubject(): Problem {
  const message = { zh: '本期的参评名单里没有这一项', en: 'Not on the roster of this round' }
  return new Problem(
    'invalid',
    {},
    { fields: (language) => [{ path: 'subject', message: message[language] }] },
  )
}
