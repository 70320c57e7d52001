import type { CountyId } from '../../../schema/tables/keys.ts'
import { countIn } from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { Statement } from '../../data/statement.ts'
import { type Counted, contactKey, limits, windowAt } from '../../domain/complaints/limits.ts'
import { countKey } from './form-token.ts'

/** Who sent a form, as far as it is counted. Where there is no contact, none is counted. */
export type Sender = { device: string; address: string; contact: string | null }

const refusals: Record<Counted, string> = {
  device: 'over-device',
  contact: 'over-contact',
  address: 'over-address',
  county: 'over-county',
}

/** One more for the sender under every limit; a batch with these fails whole where one of them is reached. */
export async function countSender(
  secret: string,
  county: CountyId,
  db: CountyDb,
  sender: Sender,
  now: Date,
): Promise<Statement<unknown>[]> {
  const whose: Record<Counted, string | null> = {
    device: sender.device,
    address: sender.address,
    contact: sender.contact === null ? null : contactKey(sender.contact),
    county: '',
  }
  const statements = await Promise.all(
    limits.map(async ({ of, span, most }) => {
      const who = whose[of]
      if (who === null) return []
      const { from, endsAt } = windowAt(span, now.getTime())
      const key = await countKey(secret, county, of, span, String(from), who)
      return countIn(db, { key, most, endsAt, fault: refusals[of] })
    }),
  )
  return statements.flat()
}

/** Which limit a batch failed at, by the message it failed with; undefined where it failed at something else. */
export function limitReached(error: unknown): Counted | undefined {
  const message = error instanceof Error ? error.message : ''
  const [reached] = Object.entries(refusals).filter(([, refusal]) => message.includes(refusal))
  return reached?.[0] as Counted | undefined
}
