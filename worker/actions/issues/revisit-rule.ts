import type { RevisitRule } from '../../../schema/api/issues.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { putSetting, selectSetting } from '../../data/settings.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { revisitsOf } from './ground.ts'

/** Which closed issues the county looks at again. */
export async function revisitRule(db: CountyDb): Promise<RevisitRule> {
  const [[set]] = await db.together(selectSetting(db, 'revisits'))
  return revisitsOf(set?.value)
}

/** Sets it, for issues closed from now on. */
export async function setRevisitRule(context: CountyContext, rule: RevisitRule): Promise<RevisitRule> {
  const { db, county } = context
  await db.write(putSetting(db, 'revisits', rule), record(context, 'revisit.rule', county.id, { ...rule }))
  return rule
}
