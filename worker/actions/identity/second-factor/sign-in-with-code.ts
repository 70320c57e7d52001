import type { SecondStep } from '../../../../schema/api/second-factor.ts'
import { findAccountById } from '../../../data/sessions.ts'
import { Problem } from '../../../problems/problem.ts'
import type { PlatformContext } from '../../context.ts'
import { type OpenSession, openSession } from '../sign-in.ts'
import { proveSecondFactor } from './prove.ts'
import { markOf, readTicket } from './ticket.ts'

/**
 * The second step of signing in: the ticket that a right password gave, with a code of the authenticator app or a
 * recovery code. Errors: ticket_invalid (forged, older than five minutes, or the password has changed), wrong_code, locked.
 */
export async function signInWithCode(
  context: PlatformContext,
  { ticket, code }: SecondStep,
  address: string,
): Promise<OpenSession> {
  const said = await readTicket(context.env.SESSION_SECRET, ticket, context.now)
  const account = said && (await findAccountById(context.control, said.account))
  if (!account || account.disabledAt !== null || (await markOf(account)) !== said.mark)
    throw new Problem('ticket_invalid')
  await proveSecondFactor(context, account.id, code, address)
  return openSession(context, account)
}
