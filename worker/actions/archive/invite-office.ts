import type { CountyId } from '../../../schema/tables/keys.ts'
import { addActivation } from '../../data/activations.ts'
import { officeWithoutAccount } from '../../data/archive-control.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { newSecret } from '../../data/new-secret.ts'
import { sha256 } from '../../data/sha256.ts'

const linkDays = 7

/**
 * One-time links for those who administer a county that came without its accounts: they invite the others again.
 * Answers the secrets, which stand nowhere else.
 */
export async function inviteOffice(
  control: ControlDb,
  id: CountyId,
  now: Date,
): Promise<{ login: string; token: string }[]> {
  const members = await officeWithoutAccount(control, id)
  const links = await Promise.all(
    members.map(async ({ id: membership, login, name }) => {
      const token = newSecret()
      const row = { token: await sha256(token), kind: 'invitation' as const, membership, login, name }
      const expiresAt = new Date(now.getTime() + linkDays * 86_400_000).toISOString()
      return { login, token, statement: addActivation({ ...row, createdAt: now.toISOString(), expiresAt }) }
    }),
  )
  if (links.length > 0) await control.run(...links.map(({ statement }) => statement))
  return links.map(({ login, token }) => ({ login, token }))
}
