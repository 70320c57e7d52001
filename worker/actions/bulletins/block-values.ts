import { sql } from 'drizzle-orm'
import type { DataBlock, DataKind, DataValue, DataValues } from '../../../schema/api/bulletin-content.ts'
import { area } from '../../../schema/tables/county.ts'
import { selectSums } from '../../data/activities.ts'
import * as issues from '../../data/bulletin-issues.ts'
import * as rounds from '../../data/bulletin-rounds.ts'
import type { OwnedBulletin } from '../../data/bulletins.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { idsIn, idsInAll } from '../../data/found-ids.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import type { Statement } from '../../data/statement.ts'
import * as told from '../../domain/bulletins/issue-values.ts'
import * as ranking from '../../domain/bulletins/round-values.ts'
import { dayAfter } from '../../domain/calendar/calendar.ts'
import { outreachFigures } from '../../domain/outreach/figures.ts'
import { sumsByKind } from '../../domain/outreach/sums.ts'

/** What a bulletin is about: whose it is, its days, the round it reports on, and who is to read it. */
export type About = Pick<OwnedBulletin, 'owner' | 'ownerLevel' | 'fromDay' | 'toDay' | 'round' | 'visibility'>

/** What data blocks show, by their ids; `happened` says whether the days brought anything; `board` whose standings it tells. */
export type Shown = { data: DataValues; happened: boolean; board: rounds.ToldRound | undefined }

const mostLines = 200
const usualExamples = 3

/** What data blocks show as of `now`, in the county's language. One round trip, two where a block tells what followed from a round. */
export async function blockValues(
  db: CountyDb,
  about: About,
  blocks: readonly DataBlock[],
  now: Date,
): Promise<Shown> {
  const read = await readFor(db, about, blocks, now)
  const values = valuesFrom(read, about, now)
  const data = Object.fromEntries(blocks.map(({ attrs }) => [attrs.id, values[attrs.kind](attrs)]))
  const happened = told.anythingHappened(read.counts) || read.sums.length > 0
  return { data, happened, board: read.round }
}

async function readFor(db: CountyDb, about: About, blocks: readonly DataBlock[], now: Date) {
  const asked = (...kinds: DataKind[]) => blocks.some(({ attrs }) => kinds.includes(attrs.kind))
  const most = (kind: DataKind, usual: number) =>
    Math.max(0, ...blocks.map(({ attrs }) => (attrs.kind === kind ? (attrs.limit ?? usual) : 0)))
  const span = spanOf(about)
  const wanted = { round: about.round, owner: about.owner, since: span.since, until: span.until }
  const counting = asked('issue_figures', 'issues_by_township')
  const ranked = asked('bands_by_township', 'standings', 'streaks', 'interviews')
  const days = { from: about.fromDay, to: about.toDay, township: span.township }
  const places =
    span.township === undefined
      ? sql`${area.level} = 'township'`
      : sql`${area.parent} = ${span.township} and ${area.level} = 'village'`
  const goodLines = issues.selectGoodLines(db, span, most('good_examples', usualExamples))
  const badLines = issues.selectBadLines(db, span, most('bad_examples', usualExamples))
  const endedRounds = rounds.selectEnded(db, wanted, now)
  const examples = [
    ...(asked('good_examples') ? [goodLines] : []),
    ...(asked('bad_examples') ? [badLines] : []),
  ]
  const [
    found,
    closed,
    relapsed,
    standing,
    names,
    overdue,
    again,
    good,
    bad,
    [round],
    ended,
    sums,
    photos,
    sent,
  ] = await db.together(
    only(counting, issues.countFound(db, span)),
    only(counting, issues.countClosed(db, span)),
    only(counting, issues.countRelapsed(db, span)),
    only(counting, issues.countStanding(db, span)),
    only(asked('issues_by_township'), db.select(area, places, { pick: ['id', 'name'], orderBy: area.code })),
    only(asked('overdue_issues'), issues.selectOverdueLines(db, span, most('overdue_issues', mostLines))),
    only(asked('relapses'), issues.selectRelapsedLines(db, span, most('relapses', mostLines))),
    only(asked('good_examples'), goodLines),
    only(asked('bad_examples'), badLines),
    only(ranked, rounds.selectToldRound(db, wanted)),
    only(asked('missing_reports'), endedRounds),
    only(asked('outreach'), selectSums(db, days)),
    only(examples.length > 0, selectPhotosOf(db, 'issue', idsInAll(examples, 'id'))),
    only(asked('missing_reports'), rounds.selectSent(db, idsIn(endedRounds, ['id']))),
  )
  const [followUps] =
    asked('interviews') && round ? await db.together(rounds.selectFollowUps(db, round.id)) : [[]]
  const byIssue = byTarget(photos)
  const withPhotos = (lines: readonly told.IssueLine[]) =>
    lines.map((line) => ({
      ...line,
      photos: (byIssue.get(line.id) ?? []).filter(({ awaitedSince }) => awaitedSince === undefined),
    }))
  return {
    ...{ names, overdue, again, round, ended, sums, followUps, sent },
    counts: joined(found, closed, relapsed, standing),
    good: withPhotos(good),
    bad: withPhotos(bad),
  }
}

type Read = Awaited<ReturnType<typeof readFor>>
type Attrs = DataBlock['attrs']

/** How each kind says what was read. */
function valuesFrom(read: Read, about: About, now: Date): Record<DataKind, (attrs: Attrs) => DataValue> {
  const { township } = spanOf(about)
  const { round } = read
  const shows = about.visibility === 'public' && round ? round.shows : 'explanations'
  const telling = { township, shows } as const
  const level = township === undefined ? 'township' : 'village'
  const few = <T>(rows: readonly T[], { limit }: Attrs, usual: number) => rows.slice(0, limit ?? usual)
  const figures = outreachFigures(sumsByKind(read.sums))
  return {
    issue_figures: () => told.figuresOf(read.counts),
    issues_by_township: () => told.byPlaceOf(read.counts, read.names, level),
    overdue_issues: (attrs) => told.overdueOf(few(read.overdue, attrs, mostLines), now),
    bands_by_township: () => ranking.bandsOf(round, telling),
    standings: (attrs) => ranking.standingsTable(round, telling, attrs.band ?? null, attrs.limit ?? 5000),
    streaks: (attrs) => ranking.streaksTable(round, telling, attrs.limit ?? mostLines),
    interviews: () => ranking.followUpsTable(round, read.followUps, telling),
    relapses: (attrs) => told.relapsesOf(few(read.again, attrs, mostLines)),
    missing_reports: () => ranking.missingTable(read.ended, read.sent),
    good_examples: (attrs) => told.goodExamplesOf(few(read.good, attrs, usualExamples)),
    bad_examples: (attrs) => told.badExamplesOf(few(read.bad, attrs, usualExamples), now),
    outreach: () =>
      figures.length > 0 ? { form: 'figures', figures } : { form: 'nothing', text: '没有登记宣传发动活动。' },
  }
}

/** A bulletin's days as instants, and the township it keeps to. */
function spanOf({ fromDay, toDay, owner, ownerLevel }: About): issues.Span {
  const start = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()
  return {
    since: start(fromDay),
    until: start(dayAfter(toDay, 1)),
    township: ownerLevel === 'township' ? owner : undefined,
  }
}

/** A read that is left out where nothing asks for it: no rows, and none are billed. */
function only<T>(asked: boolean, statement: Statement<T>): Statement<T> {
  return asked ? statement : { ...statement, sql: sql`select 1 where false` }
}

function joined(
  found: readonly issues.KeyCount[],
  closed: readonly issues.KeyCount[],
  relapsed: readonly issues.KeyCount[],
  standing: readonly { key: string; open: number; overdue: number }[],
): told.PlaceCounts[] {
  const keys = new Set([...found, ...closed, ...relapsed, ...standing].map(({ key }) => key))
  const of = (rows: readonly issues.KeyCount[], key: string) => rows.find((row) => row.key === key)?.n ?? 0
  return [...keys].map((key) => {
    const { open = 0, overdue = 0 } = standing.find((row) => row.key === key) ?? {}
    return { key, found: of(found, key), closed: of(closed, key), relapsed: of(relapsed, key), open, overdue }
  })
}
