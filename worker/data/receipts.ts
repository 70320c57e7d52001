import { and, eq } from 'drizzle-orm'
import { receipt } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

/** The key that a POST's receipt is stored under, and the hash of the request it answers. */
export type ReceiptKey = Pick<Receipt, 'caller' | 'key' | 'request' | 'createdAt'>

/** What a caller's POST left under its key, if it had its effect. */
export type Receipt = Row<typeof receipt>
type Named = Pick<ReceiptKey, 'caller' | 'key'>

/** A request turns out, at its first read, to have had its effect before. */
export class Repeated extends Error {
  readonly receipt: Receipt

  constructor(receipt: Receipt) {
    super(`the request of ${receipt.createdAt} again`)
    this.receipt = receipt
  }
}

export function selectReceipt(db: CountyDb, named: Named): Statement<Receipt> {
  return db.select(receipt, byName(named))
}

/** Adds the answer to a receipt that was stored with the effect. */
export async function keepAnswer(db: CountyDb, named: Named, status: number, answer: string): Promise<void> {
  await db.write(db.update(receipt, { status, answer }, byName(named), []))
}

function byName({ caller, key }: Named) {
  return and(eq(receipt.caller, caller), eq(receipt.key, key)) ?? eq(receipt.key, key)
}
