import { createHash } from 'node:crypto'
import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import { expect } from 'vitest'
import type { Signed } from './a-county.ts'
import type { Client, Noted } from './week.ts'

/** Whether the database holds each of these writes once, with all its parts, and nothing else. */
export async function expectEveryWriteOnce(
  shard: D1Database,
  { id, round }: Signed,
  clients: readonly Client[],
) {
  const ask = <Row>(sql: string, ...values: unknown[]) => rows<Row>(shard, sql, [id, ...values])
  const turns = clients.flatMap(({ noted }) => noted)

  const reports = await ask<{ reporter: string; entries: string }>(
    'select reporter, entries from report where county = ?1 order by reporter',
  )
  const sent = clients.map(({ township, noted }) => ({
    reporter: township.id,
    entries: noted.at(-1)?.report,
  }))
  expect(reports.map((row) => ({ ...row, entries: JSON.parse(row.entries) }))).toEqual(
    sent.sort((a, b) => (a.reporter < b.reporter ? -1 : 1)),
  )
  expect(await ask('select version - 1 as changes from round where county = ?1 and id = ?2', round)).toEqual([
    { changes: turns.length },
  ])

  expect(
    await ask(`select i.id, i.subject, i.startedAt, json_extract(i.findings, '$[0].count') as heaps, u.photo
      from inspection i join photo_use u on u.county = i.county and u.target = 'inspection' and u.targetId = i.id
      where i.county = ?1 order by i.id`),
  ).toEqual(byId(turns.map(({ inspection }) => inspection)))

  expect(await ask('select id, area, text from issue where county = ?1 order by id')).toEqual(
    byId(turns.map(({ issue: { photos: _, ...issue } }) => issue)),
  )
  const used = await ask(
    "select targetId as id, photo from photo_use where county = ?1 and target = 'issue' order by targetId, photo",
  )
  expect(used).toEqual(
    byId(turns.map(({ issue }) => issue)).flatMap((one) =>
      one.photos.toSorted().map((photo) => ({ id: one.id, photo })),
    ),
  )
  const events = await ask(
    'select id, kind from issue_event where county = ?1 and digest is not null order by id',
  )
  expect(events).toEqual(byId(turns.flatMap(({ steps }) => steps)))

  expect(await ask('select id, sha256, state from photo where county = ?1 order by id')).toEqual(
    byId(turns.flatMap(({ photos }) => photos.map(({ bytes: _, ...one }) => ({ ...one, state: 'stored' })))),
  )

  const grids = await ask(
    "select parent, name from area where county = ?1 and level = 'grid' order by parent, name",
  )
  expect(grids).toEqual(
    turns
      .map(({ grid: { key: _, ...grid } }) => grid)
      .sort((a, b) => order(`${a.parent} ${a.name}`, `${b.parent} ${b.name}`)),
  )
  expect(await ask('select key from receipt where county = ?1 order by key')).toEqual(
    turns.map(({ grid: { key } }) => ({ key })).sort((a, b) => order(a.key, b.key)),
  )
  expect(await auditOf(ask, turns)).toEqual([])
}

type Ask = <Row>(sql: string, ...values: unknown[]) => Promise<Row[]>

/** Writes that stand in the audit more or less often than once. */
async function auditOf(ask: Ask, turns: readonly Noted[]): Promise<string[]> {
  const found = await ask<{ line: string; times: number }>(
    `select verb || ' ' || coalesce(json_extract(detail, '$.step'), case verb when 'area.add' then '' else target end) as line,
        count(*) as times
      from audit where county = ?1
        and verb in ('inspection.add', 'photo.upload', 'issue.raise', 'issue.started', 'issue.rectified', 'issue.closed')
      group by 1`,
  )
  const times = new Map(found.map((row) => [row.line, row.times]))
  const wanted = turns.flatMap(({ inspection, issue, photos, steps }) => [
    `inspection.add ${inspection.id}`,
    `issue.raise ${issue.id}`,
    ...photos.map(({ id }) => `photo.upload ${id}`),
    ...steps.map(({ id, kind }) => `issue.${kind} ${id}`),
  ])
  const [sums] = await ask<{ reports: number; grids: number }>(
    `select sum(verb = 'report.send') as reports, sum(verb = 'area.add') as grids from audit where county = ?1`,
  )
  expect(sums).toEqual({ reports: turns.length, grids: turns.length })
  const known = new Set(wanted)
  return [
    ...wanted.filter((line) => times.get(line) !== 1),
    ...[...times.keys()].filter((line) => !known.has(line)),
  ]
}

/** What would be half a batch: parts of one write that do not agree with each other. Each question finds no row. */
export async function expectNoHalves(shard: D1Database, county: string) {
  for (const [what, sql] of Object.entries(halves)) {
    expect(await rows(shard, sql, sql.includes('?1') ? [county] : []), what).toEqual([])
  }
}

const halves = {
  'a row whose other end is missing': 'pragma foreign_key_check',
  'a gap or a repeat in the numbers of issues':
    'select count(*) from issue where county = ?1 having count(*) <> max(no) or count(*) <> count(distinct no)',
  'an issue whose state is not what its last step led to': `select i.id from issue i
      left join issue_event e on e.county = i.county and e.id = i.lastStep
      where i.county = ?1 and (i.state <> 'closed' or e.kind is not 'closed' or e.issue <> i.id)`,
  'an issue without its four events': `select i.id from issue i left join issue_event e
      on e.county = i.county and e.issue = i.id
        and e.kind in ('found', 'assigned', 'started', 'rectified', 'closed')
      where i.county = ?1 group by i.id having count(*) <> count(distinct e.kind) or count(*) < 4`,
  'an issue without its one assignment, or with one that is still open': `select i.id from issue i
      left join assignment a on a.county = i.county and a.origin = 'issue' and a.originId = i.id
      where i.county = ?1 group by i.id having count(a.id) <> 1 or max(a.state) = 'open'`,
  'an issue without its one closing on record': `select i.id from issue i
      left join issue_closure c on c.county = i.county and c.issue = i.id
      where i.county = ?1 group by i.id having count(c.id) <> 1`,
  'a tally that is not the sum of its issues': `select t.township from issue_tally t
      where t.county = ?1 and (t.open <> 0 or t.overdue <> 0 or t.awaiting <> 0)`,
  'a receipt without its effect': `select r.key from receipt r where r.county = ?1
      and (select count(*) from audit a where a.county = r.county and a.verb = 'area.add')
        <> (select count(*) from receipt c where c.county = r.county)`,
}

/** Whether R2 holds the photos' bytes and nothing beside them. */
export async function expectBytes(files: R2Bucket, county: string, clients: readonly Client[]) {
  const photos = clients.flatMap(({ noted }) => noted.flatMap((turn) => turn.photos))
  const stored: { key: string; sha256: string }[] = []
  let cursor: string | undefined
  do {
    const page = await files.list(cursor === undefined ? {} : { cursor })
    for (const { key } of page.objects) {
      const bytes = new Uint8Array((await (await files.get(key))?.arrayBuffer()) ?? new ArrayBuffer())
      stored.push({ key, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
  const sent = photos.map(({ sha256 }) => ({ key: `${county}/photos/${sha256}`, sha256 }))
  expect(stored.sort((a, b) => order(a.key, b.key))).toEqual(sent.sort((a, b) => order(a.key, b.key)))
}

async function rows<Row>(d1: D1Database, sql: string, values: unknown[]): Promise<Row[]> {
  const { results } = await d1
    .prepare(sql)
    .bind(...values)
    .all<Row>()
  return results
}

function byId<One extends { id: string }>(all: readonly One[]): One[] {
  return all.toSorted((a, b) => order(a.id, b.id))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
