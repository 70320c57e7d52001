import type { NewMember } from '../../../schema/api/identity.ts'
import { addMembership, loginsTaken } from '../../data/members.ts'
import { newId } from '../../data/new-id.ts'
import { scopesOfRole } from '../../domain/access/scopes.ts'
import { problems } from '../../problems/catalogue.ts'
import type { Language } from '../../problems/language.ts'
import { type FieldError, Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { makeLink, memberOf } from './members.ts'
import { type Reach, readReaches } from './reaches.ts'

type Fault = { at: number; path: 'login' | 'scope'; code: 'member_exists' | 'scope_unfit' | 'not_found' }

/**
 * Invites many at once by one-time links, shown once: all of them or, where one cannot be, none. Errors: invalid, each
 * row named (`members.3.login`): a login that is a member already or stands twice, a scope that is unknown or unfit.
 */
export async function inviteMembers(context: CountyContext, wanted: readonly NewMember[]) {
  const { control, county, db, now } = context
  const scopes = wanted.flatMap(({ scope }) => (scope === undefined ? [] : [scope]))
  const reaches = await readReaches(db, scopes)
  const taken = new Set(
    await loginsTaken(
      control,
      county.id,
      wanted.map(({ login }) => login),
    ),
  )
  const faults = wanted.flatMap((one, at) => faultsOf(one, at, wanted, taken, reaches))
  if (faults.length > 0) throw refused(faults, wanted)
  const rows = wanted.map((one) => {
    const reach = (one.scope === undefined ? undefined : reaches.get(one.scope)) ?? wholeCounty
    return {
      ...{ id: one.id ?? newId(now.getTime()), county: county.id, login: one.login, name: one.name },
      ...{ role: one.role, scopeKind: reach.kind, scope: one.scope ?? null, township: reach.township },
      createdAt: now.toISOString(),
    }
  })
  const links = await Promise.all(
    rows.map(({ id, login, name }) => makeLink(context, 'invitation', { membership: id, login, name })),
  )
  const [first, ...others] = rows.map(({ id, role, scope }) =>
    record(context, 'member.invite', id, { role, scope }),
  )
  if (first) await db.write(first, ...others)
  await control
    .run(...rows.map((row) => addMembership(row)), ...links.map(({ statement }) => statement))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : ''
      throw message.includes('membership.') ? new Problem('conflict') : error
    })
  return rows.map((row, at) => ({
    member: memberOf({ ...row, account: null, disabledAt: null }),
    activation: links[at]?.shown ?? { url: '', token: '', expiresAt: '' },
  }))
}

const wholeCounty: Reach = { kind: 'county', township: null }

function faultsOf(
  { login, role, scope }: NewMember,
  at: number,
  all: readonly NewMember[],
  taken: ReadonlySet<string>,
  reaches: ReadonlyMap<string, Reach>,
): Fault[] {
  const twice = all.findIndex((other) => other.login === login) < at
  const reach = scope === undefined ? wholeCounty : reaches.get(scope)
  return [
    ...(taken.has(login) || twice ? [{ at, path: 'login', code: 'member_exists' } as const] : []),
    ...(reach === undefined ? [{ at, path: 'scope', code: 'not_found' } as const] : []),
    ...(reach && !scopesOfRole[role].includes(reach.kind)
      ? [{ at, path: 'scope', code: 'scope_unfit' } as const]
      : []),
  ]
}

function refused(faults: readonly Fault[], wanted: readonly NewMember[]): Problem {
  const said = ({ at, path, code }: Fault, language: Language): FieldError => ({
    path: `members.${at}.${path}`,
    message: problems[code][language][1].replace('{login}', wanted[at]?.login ?? ''),
  })
  return new Problem('invalid', {}, { fields: (language) => faults.map((fault) => said(fault, language)) })
}
