import { jwtVerify, SignJWT } from 'jose'
import type { AccountRow } from '../../../data/sessions.ts'
import { sha256 } from '../../../data/sha256.ts'

const minutes = 5
const audience = 'second-factor'

/**
 * Says that the password was right and the code is still to come: signed, good for five minutes and for nothing else.
 * It carries a mark of the password, so that it dies with a change of it.
 */
export async function newTicket(sessionSecret: string, account: AccountRow, now: Date) {
  const issued = Math.floor(now.getTime() / 1000)
  const ticket = await new SignJWT({ mark: await markOf(account) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(account.id)
    .setIssuer('xiangbang')
    .setAudience(audience)
    .setIssuedAt(issued)
    .setExpirationTime(issued + minutes * 60)
    .sign(new TextEncoder().encode(sessionSecret))
  return { ticket, expiresAt: new Date((issued + minutes * 60) * 1000).toISOString() }
}

/** The account a ticket names and the mark of its password then; undefined where it is forged or too old. */
export async function readTicket(sessionSecret: string, ticket: string, now: Date) {
  try {
    const { payload } = await jwtVerify(ticket, new TextEncoder().encode(sessionSecret), {
      ...{ algorithms: ['HS256'], issuer: 'xiangbang', audience, currentDate: now },
    })
    return typeof payload.mark === 'string' && payload.sub
      ? { account: payload.sub, mark: payload.mark }
      : undefined
  } catch {
    return undefined
  }
}

export async function markOf({ password }: Pick<AccountRow, 'password'>): Promise<string> {
  return (await sha256(password)).slice(0, 24)
}
