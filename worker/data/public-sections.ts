import { eq, type SQL, sql } from 'drizzle-orm'
import type { SiteSections } from '../../schema/api/public-site.ts'
import { countySetting, snapshot } from '../../schema/tables/county.ts'
import { publicBulletinsStamp } from './bulletins.ts'
import type { CountyDb } from './county-db.ts'
import { publicColumnsStamp } from './public-columns.ts'
import { sha256 } from './sha256.ts'
import type { Statement } from './statement.ts'

/** What a county shows the public now, and a version that changes whenever any of it does. */
export type SiteState = { sections: SiteSections; version: string }

type Stamps = Record<'boards' | 'bulletins' | 'columns' | 'complaints', string | null>

/**
 * Each part of the site as one text that changes with everything the part shows, or null where it shows nothing. Pages
 * are kept under a key made of these, so whatever a page shows must change one of them: a count together with the
 * newest change, for example. Index look-ups only; all of them are read with every page that is not kept.
 */
function stampsOf(db: CountyDb): Record<keyof Stamps, SQL> {
  const boards = db.select(snapshot, eq(snapshot.visibility, 'public'), {
    pick: ['board', 'sha256', 'version', 'shows'],
  })
  return {
    boards: sql`(select group_concat(board || sha256 || coalesce(version, '') || shows) from (${boards.sql}))`,
    bulletins: publicBulletinsStamp(db),
    columns: publicColumnsStamp(db),
    complaints: sql`(select value from ${countySetting} where ${countySetting.county} = ${db.county}
      and ${countySetting.key} = 'complaints' and json_extract(value, '$.open'))`,
  }
}

/** The state of a county's site: one statement, a row for each public board and for each part that shows something. */
export async function readSiteState(db: CountyDb): Promise<SiteState> {
  const [[stamps]] = await db.together(selectStamps(db))
  const { boards = null, bulletins = null, columns = null, complaints = null } = stamps ?? {}
  const shown = {
    ...{ boards: boards !== null, archive: boards !== null, bulletins: bulletins !== null },
    ...{ columns: columns !== null, complaints: complaints !== null },
  }
  const version = await sha256(JSON.stringify([boards, bulletins, columns, complaints]))
  return { sections: { ...shown, about: Object.values(shown).some(Boolean) }, version }
}

/** What the site of a county shows; see `readSiteState`. */
export async function siteSections(db: CountyDb): Promise<SiteSections> {
  return (await readSiteState(db)).sections
}

function selectStamps(db: CountyDb): Statement<Stamps> {
  const columns = Object.entries(stampsOf(db)).map(
    ([part, stamp]) => sql`${stamp} as ${sql.identifier(part)}`,
  )
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value))
  return {
    sql: sql`select ${sql.join(columns, sql`, `)}`,
    decode: (raw) => ({
      ...{ boards: text(raw.boards), bulletins: text(raw.bulletins) },
      ...{ columns: text(raw.columns), complaints: text(raw.complaints) },
    }),
  }
}
