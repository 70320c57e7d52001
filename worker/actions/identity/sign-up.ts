import type { SignUp } from '../../../schema/api/identity.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { codeIsApproved, emptiestShard, foundCounty } from '../../data/counties.ts'
import { newId } from '../../data/new-id.ts'
import { findAccount } from '../../data/sessions.ts'
import { shards } from '../../data/shards.ts'
import { county as regionCounty } from '../../files/regions.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'

/**
 * A county signs itself up: the tenant on the emptiest shard, its founding administrator, and an entry on the due
 * clock that brings in its areas. On trial until the platform approves it, unless approval is automatic.
 * Errors: unknown_county, county_taken, login_taken, weak_password.
 */
export async function signUp({ env, control, now, receipt }: PlatformContext, wanted: SignUp) {
  const { login, name, password } = wanted.account
  const region = await regionCounty(env.ASSETS, wanted.county)
  if (!region) throw new Problem('unknown_county', { code: wanted.county })
  if (await codeIsApproved(control, region.code)) throw new Problem('county_taken', { name: region.name })
  refuseWeak(password, [login, name, region.name])
  if (await findAccount(control, login)) throw new Problem('login_taken')

  const at = now.toISOString()
  const approved = env.XIANGBANG_APPROVE === 'auto'
  const id = newId(now.getTime()) as CountyId
  const account = {
    id: newId(now.getTime()),
    login,
    name,
    password: await hashPassword(password),
    createdAt: at,
  }
  const founding = foundCounty(
    {
      id,
      code: region.code,
      name: region.name,
      kind: region.kind,
      province: region.province,
      city: region.city,
      office: wanted.office,
      status: approved ? 'approved' : 'trial',
      demo: region.code.startsWith('99'),
      shard: await emptiestShard(control, shards(env).length),
      villages: region.townships.reduce((sum, township) => sum + township.villages.length, 0),
      areas: 'importing',
      createdAt: at,
      approvedAt: approved ? at : null,
    },
    {
      account,
      membership: {
        id: newId(now.getTime()),
        county: id,
        account: account.id,
        login,
        name,
        role: 'county_admin',
        scopeKind: 'county',
        createdAt: at,
      },
    },
    now.getTime(),
  )
  await control.run(...founding, ...(receipt ? [receipt] : [])).catch((error: unknown) => {
    throw taken(error, region.name) ?? error
  })
  // It stands on the due clock already: without the message it waits for the cron.
  await env.JOBS.send({ kind: 'tick', county: id, at: now.getTime() }).catch(() => undefined)
  return {
    county: {
      id,
      code: region.code,
      name: region.name,
      status: approved ? ('approved' as const) : ('trial' as const),
    },
    account: { ...account, platform: false, disabledAt: null },
  }
}

/** Two sign-ups at once: the unique indexes decide, and the loser is told the same as a late-comer. */
function taken(error: unknown, name: string): Problem | undefined {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('UNIQUE constraint failed: account.login')) return new Problem('login_taken')
  if (message.includes('UNIQUE constraint failed: county.code')) return new Problem('county_taken', { name })
  return undefined
}
