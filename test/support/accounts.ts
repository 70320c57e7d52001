import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { hashPassword } from '../../worker/actions/identity/password.ts'
import { fromBase32 } from '../../worker/actions/identity/second-factor/base32.ts'
import { codeAt, stepAt } from '../../worker/actions/identity/second-factor/totp.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { Client } from './client.ts'
import { anAccount } from './county.ts'

export const password = 'green-hills-and-clear-water'

/** An account that signs in with `password`. Hashed once for all: the hash takes its time. */
export async function anAccountWithPassword(): Promise<{ id: string; login: string }> {
  hashed ??= hashPassword(password)
  const control = new ControlDb(env.CONTROL)
  const account = await anAccount(control)
  await givePassword(account.id)
  return account
}

/** Lets somebody who was made without one sign in with `password`. */
export async function givePassword(account: string): Promise<void> {
  hashed ??= hashPassword(password)
  const hash = await hashed
  await new ControlDb(env.CONTROL).run({
    sql: sql`update account set password = ${hash} where id = ${account} returning id`,
    decode: () => null,
  })
}

let hashed: Promise<string> | undefined

/** Signs in with the password, and with a code where one is asked for. */
export async function signIn(login: string, code?: () => Promise<string>): Promise<Client> {
  const browser = new Client()
  const first = await browser.post('/sessions', { login, password })
  const { ticket } = first.body as { ticket?: string }
  if (ticket !== undefined && code)
    await browser.post('/sessions/second-factor', { ticket, code: await code() })
  return browser
}

/** An authenticator app: gives the code of now, or of so many steps of 30 seconds later. */
export type Authenticator = (later?: number) => Promise<string>

/** Turns the second factor on for whoever is signed in. */
export async function enrol(browser: Client): Promise<{ app: Authenticator; recoveryCodes: string[] }> {
  const started = await browser.post('/me/second-factor', { password })
  const secret = fromBase32((started.body as { secret: string }).secret)
  const app: Authenticator = (later = 0) => codeAt(secret, stepAt(Date.now()) + later)
  const confirmed = await browser.post('/me/second-factor/confirmation', { code: await app() })
  return { app, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes }
}
