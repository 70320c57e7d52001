import { ColumnRule } from '../../../schema/api/columns.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { putSetting, selectSetting } from '../../data/settings.ts'
import { usualColumns } from '../../domain/columns/rule.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Whether the county's columns are public, and how many days an exposure stands as rectified. */
export async function columnRule(db: CountyDb): Promise<ColumnRule> {
  const [[set]] = await db.together(selectSetting(db, 'columns'))
  const chosen = ColumnRule.safeParse(set?.value)
  return chosen.success ? chosen.data : usualColumns
}

/** Sets it: public pages come or go at once, days hold for what is rectified from now on. */
export async function setColumnRule(context: CountyContext, rule: ColumnRule): Promise<ColumnRule> {
  const { db, county } = context
  await db.write(putSetting(db, 'columns', rule), record(context, 'column.rule', county.id, { ...rule }))
  return rule
}
