import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { round } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { selectAlarms } from '../../worker/data/alarms.ts'
import { selectActors, selectAudit, selectVerbs } from '../../worker/data/audit.ts'
import { selectFollowUps } from '../../worker/data/bulletin-rounds.ts'
import { selectColumnPhotos, selectColumns, selectMarkOf } from '../../worker/data/columns.ts'
import {
  selectCommitments,
  selectEvents,
  selectLapsed,
  selectNextDue,
} from '../../worker/data/commitments.ts'
import {
  countPromises,
  selectCommended,
  selectConsequences,
  selectConsequencesOf,
} from '../../worker/data/consequences.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import {
  selectDueIssues,
  selectOverdueIssues,
  selectRoundInspections,
  unsettleByInspection,
  unsettleByIssues,
} from '../../worker/data/derived.ts'
import { selectStale } from '../../worker/data/drafts.ts'
import { selectColumnsDue, selectNextColumn, selectRectifiedUntil } from '../../worker/data/exposures.ts'
import { selectHistory, selectPrevious } from '../../worker/data/histories.ts'
import { selectInspections, selectIssuesFrom } from '../../worker/data/inspections.ts'
import { selectEventsOf, selectJoined, selectLastStep } from '../../worker/data/issues.ts'
import { newId } from '../../worker/data/new-id.ts'
import { selectNotices } from '../../worker/data/notices.ts'
import { selectByState } from '../../worker/data/objections.ts'
import { selectFlags, selectFlagUses } from '../../worker/data/photo-flags.ts'
import { selectReaches } from '../../worker/data/photo-reach.ts'
import {
  selectDue,
  selectLiving,
  selectNextSweep,
  selectPhotosOf,
  selectUsed,
} from '../../worker/data/photos.ts'
import { selectPublicColumns } from '../../worker/data/public-columns.ts'
import { selectReports, selectReportsOf } from '../../worker/data/reports.ts'
import { selectSubjects } from '../../worker/data/roster.ts'
import {
  overlapping,
  selectDone,
  selectOpen,
  selectOwnedRound,
  selectRounds,
} from '../../worker/data/rounds.ts'
import { selectSheet, selectSheets, selectVersions } from '../../worker/data/scoring-sheets.ts'
import type { Statement } from '../../worker/data/statement.ts'
import { selectStory } from '../../worker/data/story.ts'
import {
  cancelEarlierDraws,
  selectDraws,
  selectLastSeen,
  selectNextVisit,
  selectVisits,
  selectVisitsOfDraw,
} from '../../worker/data/visits.ts'

const db = new CountyDb(env.SHARD_00, newId() as CountyId)
const span = { board: 'b', opensAt: '2026-03-06T10:00:00.000Z', closesAt: '2026-03-13T10:00:00.000Z' }
const week = { opensAt: span.opensAt, closesAt: span.closesAt, closedAt: null, publishedAt: null }
const ended = { endedAt: '2026-03-07T10:00:00.000Z', id: 'i' }
const came = { sheet: 's', subject: 'v', township: 't', receivedAt: ended.endedAt, endedAt: ended.endedAt }
const statements: [string, Statement<unknown>][] = [
  ['the audit', selectAudit(db, { since: 0 }, 100, '~')],
  ['what one person did', selectAudit(db, { actor: 'm' }, 100, '~')],
  ['what was done of one kind', selectAudit(db, { verb: 'area.add' }, 100, '~')],
  ['what one person did of one kind', selectAudit(db, { actor: 'm', verb: 'area.add' }, 100, '~')],
  ['what befell one thing', selectAudit(db, { target: 'a', actor: 'm' }, 100, '~')],
  ['the story of one thing', selectStory(db, 'a', 20)],
  ['the notices to an area', selectNotices(db, { audience: 'a', kind: 'overdue' }, 50)],
  ['the notices of a kind', selectNotices(db, { kind: 'overdue' }, 50)],
  ['the steps of an issue', selectEventsOf(db, 'i')],
  ['the last step of an issue', selectLastStep(db, 'i')],
  ['the issues joined to another', selectJoined(db, 'i')],
  ['the verbs of the audit', selectVerbs(db)],
  ['the actors of the audit', selectActors(db)],
  ['a round with its board and owner', selectOwnedRound(db, 'r')],
  ['the open rounds', selectOpen(db)],
  ['the rounds that still reach into this week', selectDone(db, '2026-03-06T10:00:00.000Z')],
  ['the rounds in the way of another', db.select(round, overlapping(span))],
  ['the photos of things', selectPhotosOf(db, 'issue', ['i'])],
  ['what photos are evidence of', selectReaches(db, ['p'])],
  ['the photos in use', selectUsed(db, ['p'])],
  ['the photos of the same bytes', selectLiving(db, 'h')],
  ['the photos due to be looked at', selectDue(db, 1, 50)],
  ['when photos are looked at next', selectNextSweep(db)],
  ['the flagged photos', selectFlags(db, 'open', 50, '2026 h')],
  ['where flagged photos are used', selectFlagUses(db, ['h'])],
  ['the stale drafts', selectStale(db, '2026-03-06T10:00:00.000Z')],
  ['the alarms', selectAlarms(db)],
  ['the subjects of a board', selectSubjects(db, '620423', 'village', 5001)],
  ['the objections that wait', selectByState(db, 'pending', {}, 51, '~')],
  ['the objections of a township', selectByState(db, 'upheld', { township: 't' }, 51, '~')],
  ['the reports of a round', selectReports(db, 'r')],
  ['the reports of a source', selectReportsOf(db, 'r', 'township')],
  ['the round before', selectPrevious(db, 'b', 7)],
  [
    'the rounds of a board, filtered',
    selectRounds(db, 'b', 50, 7, { state: 'published', since: '2026', until: '2027' }),
  ],
  ['the past of a board', selectHistory(db, 'b', 7, 12)],
  ['the interviews of a township', selectConsequences(db, { township: 't' }, 50)],
  ['the interviews of a round', selectConsequences(db, { round: 'r' }, 50)],
  ['the interviews of a round, to settle', selectConsequencesOf(db, 'r')],
  ['the interviews of a round, to tell of', selectFollowUps(db, 'r')],
  ['the interviews in a state', selectConsequences(db, { state: 'recorded' }, 50, 'i')],
  ['the interviews of a stage', selectConsequences(db, { stage: 'held' }, 50)],
  ['the interviews of a stage and kind', selectConsequences(db, { stage: 'done', kind: 'commend' }, 50)],
  ['the interviews about a village', selectConsequences(db, { within: 't', subject: 'v' }, 50)],
  ['who was commended', selectCommended(db, ['r', 's'])],
  ['the promises of interviews', countPromises(db, ['c'])],
  ['the promises due', selectCommitments(db, { dueBy: '2026-03-15' }, 100)],
  ['the promises of a township', selectCommitments(db, { township: 't' }, 100, '2026-03-06.a')],
  ['what happened to promises', selectEvents(db, ['a'])],
  ['the promises whose day has passed', selectLapsed(db, 1, 40)],
  ['the next promise due', selectNextDue(db, '2026-03-06')],
  ['a scoring sheet', selectSheet(db, 's')],
  ['the versions of a sheet', selectVersions(db, 's')],
  ['the sheets in use', selectSheets(db, { retired: false }, 100, 's')],
  ['the sheets retired', selectSheets(db, { retired: true }, 100, 's')],
  ['the inspections', selectInspections(db, {}, 50, ended)],
  ['the inspections of a time', selectInspections(db, { from: '2026', until: '2027' }, 50)],
  ['the inspections of a village', selectInspections(db, { village: 'v' }, 50, ended)],
  ['the inspections of a place', selectInspections(db, { subject: 'v' }, 50, ended)],
  ['the inspections of a township', selectInspections(db, { township: 't' }, 50, ended)],
  ['the inspections of a group', selectInspections(db, { unit: 'u' }, 50, ended)],
  ['the issues of an inspection', selectIssuesFrom(db, 'i')],
  ['the inspections of a round', selectRoundInspections(db, week)],
  ['the inspections behind a value', selectRoundInspections(db, week, { subject: 'v' })],
  ['the inspections behind a township', selectRoundInspections(db, week, { township: 't' })],
  ['the issues due in a round', selectDueIssues(db, week)],
  ['the issues overdue at its end', selectOverdueIssues(db, week)],
  ['the rounds an inspection concerns', unsettleByInspection(db, came, sql`true`)],
  ['the rounds the ledger concerns', unsettleByIssues(db)],
  ['the planned visits', selectVisits(db, { state: 'planned' }, 100, { dueOn: '2026-03-07', id: 'v' })],
  ['the visits of a group', selectVisits(db, { state: 'planned', unit: 'u' }, 100)],
  ['the next visit of a group', selectNextVisit(db, 'u', 'v')],
  ['the visits of a draw', selectVisitsOfDraw(db, 'd')],
  ['the visits of earlier draws', cancelEarlierDraws(db, 'r', 'again')],
  ['the draws', selectDraws(db, 50, { at: '2026', id: 'd' })],
  ['what stands in the columns', selectColumns(db, {}, 26, '2026 a')],
  ['the articles in a state', selectColumns(db, { state: 'in_review' }, 26, '2026 a')],
  ['the articles of a township', selectColumns(db, { state: 'draft', township: 't' }, 26, '2026 a')],
  ['the photos of articles', selectColumnPhotos(db, ['a'])],
  ['whether a photo is marked for blur', selectMarkOf(db, 'p')],
  ['the articles anybody may read', selectPublicColumns(db, { cursor: '2026 a' }, 21)],
  ['the exposures of an issue', selectRectifiedUntil(db, 'i', new Date(0))],
  ['the articles whose time is over', selectColumnsDue(db, 1, 40)],
  ['when an article leaves next', selectNextColumn(db, 1)],
  ['when places were last seen', selectLastSeen(db, ['v'])],
]

test.each(statements)('%s are found by an index', async (_, statement) => {
  const { sql: asked, params } = new SQLiteAsyncDialect().sqlToQuery(statement.sql)
  const plan = await env.SHARD_00.prepare(`explain query plan ${asked}`)
    .bind(...params)
    .all<{ detail: string }>()
  const details = plan.results.map(({ detail }) => detail)
  expect(details.length).toBeGreaterThan(0)
  // `b`, `below`, `runs`, `queue` and what has no name are rows found so far; a search by the county alone would be a scan of its rows.
  expect(
    details.filter((detail) =>
      /^SCAN (?!b$|below$|runs$|queue$|CONSTANT ROW|json_each|wanted |\(subquery-\d+\)$)|\(county=\?\)/.test(
        detail,
      ),
    ),
  ).toEqual([])
})
