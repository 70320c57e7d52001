import { env } from 'cloudflare:workers'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import type { CountyId } from '../../schema/tables/keys.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import {
  selectAssisting,
  selectFieldAreas,
  selectFoundBy,
  selectIssuesToRevisit,
  selectSmallPhotos,
} from '../../worker/data/field-bundle.ts'
import { selectAreaOfCode, selectCode, selectCodes } from '../../worker/data/field-codes.ts'
import { selectGrids, selectPointsBelow, selectPointsOf } from '../../worker/data/grids.ts'
import { newId } from '../../worker/data/new-id.ts'
import { selectPatrols } from '../../worker/data/patrols.ts'
import { selectPlaceFlags } from '../../worker/data/place-flags.ts'
import type { Statement } from '../../worker/data/statement.ts'
import { selectLastPlace, selectPlacesAbout } from '../../worker/data/whereabouts.ts'

const db = new CountyDb(env.SHARD_00, newId() as CountyId)
const ended = { endedAt: '2026-03-07T10:00:00.000Z', id: 'p' }
const statements: [string, Statement<unknown>][] = [
  ['the areas of a county', selectFieldAreas(db, undefined)],
  ['the areas of a township', selectFieldAreas(db, 't')],
  ['the issues to look at again', selectIssuesToRevisit(db, 'u')],
  ['the issues a member found', selectFoundBy(db, 'm', 200)],
  ['who assists', selectAssisting(db, ['i'])],
  ['the small photos', selectSmallPhotos(db, ['i'])],
  ['the points of a grid', selectPointsOf(db, 'g')],
  ['the points of a township', selectPointsBelow(db, 't', 100)],
  ['the grids', selectGrids(db, undefined, 100, 'g')],
  ['the grids of a township', selectGrids(db, 't', 100)],
  ['the patrols', selectPatrols(db, { from: ended.endedAt }, 50, ended)],
  ['the patrols of a grid', selectPatrols(db, { grid: 'g' }, 50, ended)],
  ['the patrols of a village', selectPatrols(db, { village: 'v' }, 50)],
  ['the patrols of a township', selectPatrols(db, { township: 't' }, 50)],
  ['a code', selectCode(db, 'c')],
  ['what a code opens', selectAreaOfCode(db, 'c')],
  ['the codes', selectCodes(db, {}, 100, 'a')],
  ['the codes of a township', selectCodes(db, { root: 't' }, 100)],
  ['the codes of some villages', selectCodes(db, { areas: ['v'] }, 100)],
  ['the odd places', selectPlaceFlags(db, 'open', 50, '2026 f')],
  ['where an area was met', selectPlacesAbout(db, 'a')],
  ['a member’s last place', selectLastPlace(db, 'm')],
]

test.each(statements)('%s are found by an index', async (_, statement) => {
  const { sql: asked, params } = new SQLiteAsyncDialect().sqlToQuery(statement.sql)
  const plan = await env.SHARD_00.prepare(`explain query plan ${asked}`)
    .bind(...params)
    .all<{ detail: string }>()
  const details = plan.results.map(({ detail }) => detail)
  expect(details.length).toBeGreaterThan(0)
  // `b`, `below`, `u` and `up` are the rows found so far; by the county alone would be a scan of its rows.
  expect(
    details.filter((detail) => /^SCAN (?!b$|below$|u$|up$|json_each)|\(county=\?\)/.test(detail)),
  ).toEqual([])
})
