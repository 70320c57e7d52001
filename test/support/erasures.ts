import { sql } from 'drizzle-orm'
import type { ControlDb } from '../../worker/data/control-db.ts'
import type { Client } from './client.ts'
import { anAccount, signedIn } from './county.ts'

/** A platform administrator who is signed in. */
export async function aPlatformAdmin(control: ControlDb): Promise<Client> {
  const { id } = await anAccount(control)
  await control.run({ sql: sql`update account set platform = 1 where id = ${id}`, decode: () => null })
  return signedIn(control, id)
}
