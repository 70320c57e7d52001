import { sql } from 'drizzle-orm'
import { membership, token } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { erasedMember } from '../domain/privacy/erased.ts'
import { type ControlDb, rowsAs } from './control-db.ts'

/** The names of a county's members and tokens, past ones too, by id: a few hundred rows. Erased ones are called so. */
export async function namesOfActors(
  control: ControlDb,
  county: CountyId,
  language: 'zh' | 'en',
): Promise<Map<string, string>> {
  const [rows] = await control.run(
    rowsAs(
      sql`select id, name from ${membership} where county = ${county}
        union all select id, name from ${token} where county = ${county}`,
      (raw): [string, string] => [
        String(raw.id),
        raw.name === '' ? erasedMember[language] : String(raw.name),
      ],
    ),
  )
  return new Map(rows)
}
