import { and, eq } from 'drizzle-orm'
import { receipt } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

/** The receipt that a caller's POST left under this key, if it had its effect. */
export async function findReceipt(
  db: CountyDb,
  caller: string,
  key: string,
): Promise<Row<typeof receipt> | undefined> {
  return db.first(receipt, named(caller, key))
}

/** Adds the answer to a receipt that was stored with the effect. */
export async function keepAnswer(
  db: CountyDb,
  caller: string,
  key: string,
  status: number,
  answer: string,
): Promise<void> {
  await db.write(db.update(receipt, { status, answer }, named(caller, key)))
}

function named(caller: string, key: string) {
  return and(eq(receipt.caller, caller), eq(receipt.key, key)) ?? eq(receipt.key, key)
}
