import type { PersonalData } from '../../../schema/api/privacy.ts'
import { findMembership, type MembershipRow } from '../../data/members.ts'
import { acted, actsPerTable, selectActs } from '../../data/privacy/acts.ts'
import { selectAccountOf, selectSessionsOf } from '../../data/privacy/erase-member.ts'
import { selectPlaces } from '../../data/privacy/places.ts'
import { holdingKeys } from '../../domain/privacy/holdings.ts'
import { holdingsEn } from '../../domain/privacy/holdings-en.ts'
import { holdingsZh } from '../../domain/privacy/holdings-zh.ts'
import { tableName } from '../../domain/privacy/table-names.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/**
 * Everything this county holds about one of its members, itself included, and nothing of another county: the account is
 * one, but what it did elsewhere is not this county's to give. Errors: not_found.
 */
export async function personalData(
  { control, county, db, now }: Pick<CountyContext, 'control' | 'county' | 'db' | 'now'>,
  id: string,
  language: Language,
): Promise<PersonalData> {
  const found = await findMembership(control, county.id, id)
  if (!found) throw new Problem('not_found')
  const erased = found.erasedAt !== null
  const places = erased ? [] : (await db.together(...selectPlaces(db, found.name))).flat()
  const rows = await db.together(...acted.map((one) => selectActs(db, one, id)))
  const words = language === 'zh' ? holdingsZh : holdingsEn
  return {
    at: now.toISOString(),
    county: { id: county.id, name: county.name },
    member: memberOf(found),
    account: found.account === null ? null : await accountOf(control, found.account),
    places,
    did: acted.flatMap(({ name }, at) => {
      const own = rows[at] ?? []
      const more = own.length > actsPerTable
      if (own.length === 0) return []
      return [{ table: name, label: tableName(name, language), rows: own.slice(0, actsPerTable), more }]
    }),
    held: holdingKeys.map((key) => ({ key, ...words[key] })),
  }
}

async function accountOf(control: CountyContext['control'], id: string) {
  const [[account], sessions] = await control.run(selectAccountOf(id), selectSessionsOf(id))
  return account ? { ...account, sessions } : null
}

function memberOf({ id, name, login, role, scope, createdAt, disabledAt }: MembershipRow) {
  return { id, name, login, role, scope, createdAt, disabledAt }
}
