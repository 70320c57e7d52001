import { sql } from 'drizzle-orm'
import {
  type DueContact,
  eraseDue,
  lookAgain,
  selectDueContacts,
  selectNextContact,
} from '../../data/complaint-contacts.ts'
import { forgetCounts, selectLastCount } from '../../data/complaints.ts'
import { keptDays } from '../../domain/privacy/retention.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** How long after a complaint is settled its writer's contact is kept (ms). */
export const contactKeptFor = keptDays.contact * 86_400_000

const most = 100
const never = 8_640_000_000_000

/**
 * Erases contacts of complaints settled long enough ago, and counts that have run out. One that is not settled yet
 * cannot be due for another `contactKeptFor`, so it is looked at then, and never late. Gives when to look next (epoch ms).
 */
export async function keepContacts(context: CountyContext): Promise<number> {
  const { db } = context
  const now = context.now.getTime()
  const [due, [count]] = await db.together(selectDueContacts(db, now, most), selectLastCount(db))
  if (due.length > 0 || (count && count.endsAt <= now)) await settle(context, due)
  const [[contact], [left]] = await db.together(selectNextContact(db), selectLastCount(db))
  return Math.min(contact?.lookAt ?? never, left?.endsAt ?? never)
}

async function settle(context: CountyContext, due: readonly DueContact[]): Promise<void> {
  const { db } = context
  const now = context.now.getTime()
  const looked = due.map((one) => ({ one, until: keptUntil(one, now) }))
  const over = looked.filter(({ until }) => until <= now)
  const later = looked.filter(({ until }) => until > now)
  await db.write(
    forgetCounts(db, now),
    ...later.map(({ one, until }) => lookAgain(db, one, until)),
    ...over.flatMap(({ one }) => [
      eraseDue(db, one),
      record(context, 'complaint.erase', one.complaint, { after: 'days' }, sql`changes() > 0`),
    ]),
  )
}

function keptUntil({ settledAt }: DueContact, now: number): number {
  return (settledAt === null ? now : Date.parse(settledAt)) + contactKeptFor
}
