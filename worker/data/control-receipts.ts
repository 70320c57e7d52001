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

export function keepControlReceipt(row: typeof controlReceipt.$inferInsert): Statement<ReceiptRow> {
  return insertInto(
    controlReceipt,
    row,
    sql`not exists (select 1 from ${controlReceipt} where caller = ${row.caller} and key = ${row.key})`,
  )
}
