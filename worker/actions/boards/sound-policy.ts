import { inArray } from 'drizzle-orm'
import type { Policy } from '../../../schema/api/ranking.ts'
import { scoringSheet } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { checkPolicy } from '../../domain/ranking/policy.ts'
import { policyMessages } from '../../problems/policy-messages.ts'
import { Problem } from '../../problems/problem.ts'

/** Refuses a policy that cannot mean anything, naming every place. Errors: policy_unsound. */
export function requireSoundPolicy(policy: Policy): void {
  const problems = checkPolicy(policy)
  if (problems.length === 0) return
  const fields = (language: 'zh' | 'en') =>
    problems.map(({ code, path }) => ({
      path: ['policy', ...path].join('.'),
      message: policyMessages[code][language],
    }))
  throw new Problem('policy_unsound', {}, { fields })
}

/** Refuses a policy whose inspections are to be made with a sheet the county does not have. Errors: policy_unsound. */
export async function requireKnownSheets(db: CountyDb, policy: Policy): Promise<void> {
  const named = policy.sources.flatMap(({ sheet }, at) => (sheet === undefined ? [] : [{ sheet, at }]))
  if (named.length === 0) return
  const wanted = inArray(
    scoringSheet.id,
    named.map(({ sheet }) => sheet),
  )
  const known = new Set((await db.find(scoringSheet, wanted, { pick: ['id'] })).map(({ id }) => id))
  const unknown = named.filter(({ sheet }) => !known.has(sheet))
  if (unknown.length === 0) return
  const message = { zh: '没有这张打分表', en: 'There is no such scoring sheet' }
  const fields = (language: 'zh' | 'en') =>
    unknown.map(({ at }) => ({ path: `policy.sources.${at}.sheet`, message: message[language] }))
  throw new Problem('policy_unsound', {}, { fields })
}
