import type { z } from 'zod'
import type { NewToken, Token } from '../../../schema/api/identity.ts'
import { addToken, findToken, revokeToken, type TokenRow } from '../../data/members.ts'
import { newId } from '../../data/new-id.ts'
import { newSecret } from '../../data/new-secret.ts'
import { sha256 } from '../../data/sha256.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { resolveScope } from './members.ts'

/** Makes a machine token; its secret is in the answer and nowhere else. Errors: scope_unfit, not_found. */
export async function makeToken(context: CountyContext, wanted: z.infer<typeof NewToken>) {
  const { control, county, member, now } = context
  const scope = await resolveScope(context.db, wanted.role, wanted.scope)
  const secret = `xb_${newSecret()}`
  const row = {
    id: newId(now.getTime()),
    county: county.id,
    name: wanted.name,
    hash: await sha256(secret),
    role: wanted.role,
    scopeKind: scope.kind,
    scope: scope.id,
    township: scope.township,
    createdBy: member.id,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + wanted.expiresInDays * 86_400_000).toISOString(),
    revokedAt: null,
  }
  await context.db.write(record(context, 'token.make', row.id, { role: row.role, scope: scope.id }))
  await control.run(addToken(row))
  return { token: tokenOf(row), secret }
}

/** Revokes a token at once; again changes nothing. Errors: not_found. */
export async function endToken(context: CountyContext, id: string): Promise<void> {
  const { control, county, db, now } = context
  if (!(await findToken(control, county.id, id))) throw new Problem('not_found')
  await db.write(record(context, 'token.revoke', id))
  await control.run(revokeToken(county.id, id, now.toISOString()))
}

export function tokenOf(row: TokenRow): Token {
  const { id, name, role, scopeKind, scope, township, createdAt, expiresAt, revokedAt } = row
  return { id, name, role, scope: { kind: scopeKind, id: scope, township }, createdAt, expiresAt, revokedAt }
}
