import { env } from 'cloudflare:workers'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { round } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { selectActors, selectAudit, selectVerbs } from '../../worker/data/audit.ts'
import {
  selectCommitments,
  selectEvents,
  selectLapsed,
  selectNextDue,
} from '../../worker/data/commitments.ts'
import { countPromises, selectCommended, selectConsequences } from '../../worker/data/consequences.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { selectStale } from '../../worker/data/drafts.ts'
import { selectHistory, selectPrevious } from '../../worker/data/histories.ts'
import { newId } from '../../worker/data/new-id.ts'
import { selectReports, selectReportsOf } from '../../worker/data/reports.ts'
import { selectSubjects } from '../../worker/data/roster.ts'
import { overlapping, selectCurrent, selectOwnedRound, selectRounds } from '../../worker/data/rounds.ts'
import type { Statement } from '../../worker/data/statement.ts'

const db = new CountyDb(env.SHARD_00, newId() as CountyId)
const [open, reaching] = selectCurrent(db, '2026-03-06T10:00:00.000Z')
const span = { board: 'b', opensAt: '2026-03-06T10:00:00.000Z', closesAt: '2026-03-13T10:00:00.000Z' }
const statements: [string, Statement<unknown>][] = [
  ['the audit', selectAudit(db, { since: 0 }, 100, '~')],
  ['what one person did', selectAudit(db, { actor: 'm' }, 100, '~')],
  ['what was done of one kind', selectAudit(db, { verb: 'area.add' }, 100, '~')],
  ['the verbs of the audit', selectVerbs(db)],
  ['the actors of the audit', selectActors(db)],
  ['a round with its board and owner', selectOwnedRound(db, 'r')],
  ['the open rounds', open],
  ['the rounds that still reach into this week', reaching],
  ['the rounds in the way of another', db.select(round, overlapping(span))],
  ['the stale drafts', selectStale(db)],
  ['the subjects of a board', selectSubjects(db, '620423', 'village', 5001)],
  ['the reports of a round', selectReports(db, 'r')],
  ['the reports of a source', selectReportsOf(db, 'r', 'township')],
  ['the round before', selectPrevious(db, 'b', 7)],
  [
    'the rounds of a board, filtered',
    selectRounds(db, 'b', 50, 7, { state: 'published', since: '2026', until: '2027' }),
  ],
  ['the past of a board', selectHistory(db, 'b', 7, 12)],
  ['the interviews of a township', selectConsequences(db, { township: 't' }, 50)],
  ['the interviews of a stage', selectConsequences(db, { stage: 'held' }, 50)],
  ['the interviews about a village', selectConsequences(db, { within: 't', subject: 'v' }, 50)],
  ['who was commended', selectCommended(db, ['r', 's'])],
  ['the promises of interviews', countPromises(db, ['c'])],
  ['the promises due', selectCommitments(db, { dueBy: '2026-03-15' }, 100)],
  ['the promises of a township', selectCommitments(db, { township: 't' }, 100, '2026-03-06.a')],
  ['what happened to promises', selectEvents(db, ['a'])],
  ['the promises whose day has passed', selectLapsed(db, 1, 40)],
  ['the next promise due', selectNextDue(db, '2026-03-06')],
]

test.each(statements)('%s are found by an index', async (_, statement) => {
  const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(statement.sql)
  const plan = await env.SHARD_00.prepare(`explain query plan ${sql}`)
    .bind(...params)
    .all<{ detail: string }>()
  const details = plan.results.map(({ detail }) => detail)
  expect(details.length).toBeGreaterThan(0)
  // `b` and `below` are the rows found so far; a search by the county alone would be a scan of its rows.
  expect(details.filter((detail) => /^SCAN (?!b$|below$|json_each)|\(county=\?\)/.test(detail))).toEqual([])
})
