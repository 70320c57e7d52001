import { sql } from 'drizzle-orm'
import { controlReceipt } from '../../schema/tables/control.ts'
import { type ControlDb, insertInto, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

type ReceiptRow = typeof controlReceipt.$inferSelect

export async function findControlReceipt(
  control: ControlDb,
  caller: string,
  key: string,
): Promise<ReceiptRow | undefined> {
  return control.first(
    rowsOf(controlReceipt, sql`select * from ${controlReceipt} where caller = ${caller} and key = ${key}`),
  )
}

/** Stands in the batch of the effect: both are kept or neither. */
export function keepControlReceipt(
  row: Omit<typeof controlReceipt.$inferInsert, 'status' | 'answer'>,
): Statement<ReceiptRow> {
  return insertInto(
    controlReceipt,
    row,
    sql`not exists (select 1 from ${controlReceipt} where caller = ${row.caller} and key = ${row.key})`,
  )
}

/** Adds the answer to a receipt that was stored with the effect. */
export function keepControlAnswer(
  caller: string,
  key: string,
  status: number,
  answer: string,
): Statement<ReceiptRow> {
  return rowsOf(
    controlReceipt,
    sql`update ${controlReceipt} set status = ${status}, answer = ${answer}
      where caller = ${caller} and key = ${key} returning *`,
  )
}
