import { and, eq, type SQL, sql } from 'drizzle-orm'
import {
  consequence,
  lastPlace,
  meeting,
  notice,
  noticeMark,
  post,
  receipt,
  savedFilter,
  unitPerson,
} from '../../../schema/tables/county.ts'
import { erasedName } from '../../domain/privacy/erased.ts'
import type { CountyDb } from '../county-db.ts'
import type { Statement } from '../statement.ts'
import { heldBy, spokenBy } from './places.ts'

/**
 * Takes a name out of every field made for names, but for the places in `kept` (keys as `selectPlaces` gives them),
 * which are a namesake's. Twice in a row the second time finds nothing. The audit and revisions are not touched: they
 * hold ids alone.
 */
export function eraseName(db: CountyDb, name: string, kept: readonly string[]): Statement<unknown>[] {
  const list = JSON.stringify(kept)
  const free = (key: SQL) => sql`${key} not in (select value from json_each(${list}))`
  const ofPost = free(sql`'post/' || area || '/' || post`)
  const ofUnit = free(sql`'unit/' || unit`)
  const frozen = sql`json_extract(value, '$.holder') = ${name}
    and ${free(sql`'post/' || json_extract(value, '$.area') || '/' || json_extract(value, '$.post')`)}`
  const interview = sql`(${heldBy(name)}) and ${free(sql`'interview/' || id`)}`
  const said = sql`(${spokenBy(name)}) and ${free(sql`'meeting/' || id`)}`
  return [
    db.remove(post, sql`holder = ${name} and ${ofPost}`),
    db.remove(unitPerson, sql`name = ${name} and ${ofUnit}`),
    ...[consequence, notice].map((table) =>
      db.update(
        table as typeof notice,
        { posts: mapped(sql`posts`, frozen, sql`json_set(value, '$.holder', null)`) },
        sql`exists (select 1 from json_each(posts) where ${frozen})`,
      ),
    ),
    db.update(
      consequence,
      {
        host: sql`case when host = ${name} then ${erasedName} else host end`,
        record: sql`case when record is null then null else json_set(record, '$.attendees', json((select
          json_group_array(case when value = ${name} then ${erasedName} else value end)
          from json_each(record, '$.attendees')))) end`,
      },
      interview,
    ),
    db.update(
      meeting,
      {
        speeches: renamed(sql`speeches`, '$.speaker', name),
        attendance: renamed(sql`attendance`, '$.name', name),
        version: sql`version + 1`,
      },
      said,
    ),
    // Answers kept for repeats are copies of what was just erased.
    db.remove(receipt, sql`instr(answer, ${name}) > 0`),
  ]
}

/** What only the member itself ever used. */
export function eraseOwn(db: CountyDb, member: string): Statement<unknown>[] {
  const own = and(eq(savedFilter.member, member), eq(savedFilter.shared, false)) ?? sql`false`
  return [
    db.remove(lastPlace, eq(lastPlace.member, member)),
    db.remove(noticeMark, eq(noticeMark.member, member)),
    db.remove(savedFilter, own),
    db.remove(receipt, eq(receipt.caller, member)),
  ]
}

function renamed(list: SQL, path: string, name: string): SQL {
  const same = sql`json_extract(value, ${path}) = ${name}`
  return mapped(list, same, sql`json_set(value, ${path}, ${erasedName})`)
}

/** A JSON list with some of its objects changed. */
function mapped(list: SQL, which: SQL, changed: SQL): SQL {
  return sql`(select json_group_array(json(case when ${which} then ${changed} else value end)) from json_each(${list}))`
}
