import { eq } from 'drizzle-orm'
import { countySetting } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

/** What a county may have chosen; each key holds one value. */
export type SettingKey =
  | 'working_hours'
  | 'setup_skipped'
  | 'revisits'
  | 'columns'
  | 'complaints'
  | 'bulletins'
  | 'retention'

export function selectSetting(db: CountyDb, key: SettingKey): Statement<{ value: unknown }> {
  return db.select(countySetting, eq(countySetting.key, key), { pick: ['value'] })
}

/** Sets a value, over what was there. */
export function putSetting(
  db: CountyDb,
  key: SettingKey,
  value: unknown,
): Statement<Row<typeof countySetting>> {
  return db.insert(countySetting, { key, value }, { taken: 'replace' })
}
