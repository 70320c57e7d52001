import type { SignIn } from '../../../schema/api/identity.ts'
import { newId } from '../../data/new-id.ts'
import { newSecret } from '../../data/new-secret.ts'
import { type AccountRow, newSession } from '../../data/sessions.ts'
import { sha256 } from '../../data/sha256.ts'
import type { PlatformContext } from '../context.ts'
import { recognise } from './recognise.ts'
import { newTicket } from './second-factor/ticket.ts'

export const sessionDays = 30
/** Not used for so long, a session is over. */
export const idleDays = 14

/** An opened session; `secret` is for the browser's refresh cookie alone. */
export type OpenSession = { account: AccountRow; session: string; secret: string }
/** The password was right, and a code is to follow with this ticket. No session is open yet. */
export type AskedForCode = { ticket: string; expiresAt: string }

/** Signs in with login and password; who has a second factor gets a ticket for it instead. Errors: see recognise. */
export async function signIn(
  context: PlatformContext,
  given: SignIn,
  address: string,
): Promise<OpenSession | AskedForCode> {
  const { account, secondFactor } = await recognise(context, given, address)
  return secondFactor
    ? newTicket(context.env.SESSION_SECRET, account, context.now)
    : openSession(context, account)
}

/** Opens a session, each time a new one, for an account whose owner has just been recognised. */
export async function openSession(
  { control, now }: PlatformContext,
  account: AccountRow,
): Promise<OpenSession> {
  const secret = newSecret()
  const id = newId(now.getTime())
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000).toISOString()
  await control.run(
    newSession({
      id,
      account: account.id,
      secret: await sha256(secret),
      createdAt: now.toISOString(),
      expiresAt,
    }),
  )
  return { account, session: id, secret }
}
