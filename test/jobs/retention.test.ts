import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { delivery, lastPlace, notice, placeFlag, receipt, webhook } from '../../schema/tables/county.ts'
import { keepRetention } from '../../worker/actions/privacy/keep-retention.ts'
import { onSchedule } from '../../worker/cron/on-schedule.ts'
import { rowsAs } from '../../worker/data/control-db.ts'
import { newId } from '../../worker/data/new-id.ts'
import { keptDays } from '../../worker/domain/privacy/retention.ts'
import { auditOf, clockAt } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const day = 86_400_000
/** 02:30 in Asia/Shanghai. */
const night = Date.parse('2027-06-30T02:30:00+08:00')
const daysBefore = (days: number) => new Date(night - days * day)

let county: TestCounty
let neighbour: TestCounty
beforeAll(async () => {
  county = await aCounty('620423', 1)
  neighbour = await aCounty('410822', 1)
})

/** One thing of each kind from so many days before the night. */
async function thingsFrom(of: TestCounty, days: (kept: number) => number) {
  const at = (kind: keyof typeof keptDays) => daysBefore(days(keptDays[kind])).toISOString()
  const id = (kind: keyof typeof keptDays) => newId(Date.parse(at(kind)))
  const { db } = of
  const hook = newId()
  const message = { title: 't', text: 't', url: null }
  const told = { webhook: hook, event: 'ping' as const, message, at: at('delivery') }
  const looked = {
    kind: 'far' as const,
    target: 'patrol' as const,
    targetId: 'p',
    area: of.townships[0]?.id ?? '',
    detail: {},
  }
  await db.write(
    db.insert(webhook, {
      ...{ id: hook, name: 'h', url: 'https://h.cn/', format: 'json', events: [], by: 'm' },
      createdAt: at('delivery'),
    }),
    db.insert(receipt, { caller: newId(), key: 'k', request: 'r', createdAt: at('receipt') }),
    db.insert(delivery, { ...told, id: id('delivery'), subject: 'a', state: 'delivered' }),
    db.insert(delivery, { ...told, id: id('delivery'), subject: 'b', state: 'pending' }),
    db.insert(notice, {
      ...{ id: id('notice'), kind: 'reminder', at: at('notice'), audience: 'a', origin: 'task' },
      ...{ originId: 'x', text: 't', posts: [] },
    }),
    db.insert(lastPlace, {
      ...{ member: newId(), area: 'a', place: { lat: 1, lng: 1, accuracy: 1 } },
      at: at('lastPlace'),
    }),
    db.insert(placeFlag, { ...looked, id: newId(), state: 'cleared', at: at('placeFlag') }),
    db.insert(placeFlag, { ...looked, id: newId(), state: 'open', at: at('placeFlag') }),
  )
}

async function counts(of: TestCounty) {
  const tables = { receipt, delivery, notice, lastPlace, placeFlag }
  const entries = Object.entries(tables).map(async ([name, table]) => [name, await of.db.count(table)])
  return Object.fromEntries(await Promise.all(entries)) as Record<string, number>
}

test('what has been kept for its time goes, a day younger stays, and what waits for somebody stays', async () => {
  await thingsFrom(county, (kept) => kept + 1)
  await thingsFrom(county, (kept) => kept - 1)
  await thingsFrom(neighbour, (kept) => kept + 1)
  const untouched = await counts(neighbour)
  const context = await clockAt(county, new Date(night))
  while ((await keepRetention(context)) <= night) {
    // Goes on until nothing that has run out is left.
  }
  const left = await counts(county)
  expect(left).toEqual({ receipt: 1, delivery: 3, notice: 1, lastPlace: 1, placeFlag: 3 })
  expect(await counts(neighbour)).toEqual(untouched)
  expect((await county.office.get(county.at('/audit'))).status).toBe(200)
  expect(await auditOf(county, 'retention')).toEqual([])
})

test('it looks again in the very night in which something runs out', async () => {
  const context = await clockAt(county, new Date(night))
  const next = await keepRetention(context)
  // The younger things run out the next day, and go in the night after.
  expect(new Date(next).toISOString()).toBe(new Date(night + 2 * day).toISOString())
  const before = await counts(county)
  await keepRetention(await clockAt(county, new Date(next - 1)))
  expect(await counts(county)).toEqual(before)
  const then = await clockAt(county, new Date(next))
  while ((await keepRetention(then)) <= next) {
    // As above.
  }
  expect(await counts(county)).toEqual({ receipt: 0, delivery: 2, notice: 0, lastPlace: 0, placeFlag: 2 })
})

test('a county with nothing to clear costs two statements a week, and none on other days', async () => {
  const idle = await aCounty('330106', 1)
  const first = await clockAt(idle, new Date(night))
  const next = await keepRetention(first)
  expect(next).toBe(night + (keptDays.lastPlace + 1) * day)
  const again = await clockAt(idle, new Date(next))
  await keepRetention(again)
  expect(again.db.cost).toMatchObject({ trips: 2 })
  expect(again.db.cost.rowsRead).toBeLessThan(10)
  const between = await clockAt(idle, new Date(next + day))
  await keepRetention(between)
  expect(between.db.cost.rowsWritten).toBe(0)
})

test('more than one look clears is cleared by the next ones, and being cut off loses nothing', async () => {
  const busy = await aCounty('620423', 2)
  const old = daysBefore(keptDays.receipt + 5).toISOString()
  const rows = Array.from({ length: 1200 }, (_, n) => ({
    caller: 'c',
    key: `${n}`,
    request: 'r',
    createdAt: old,
  }))
  await busy.db.write(...busy.db.insertAll(receipt, rows))
  const left: number[] = []
  for (let next = 0; next <= night; left.push(await busy.db.count(receipt))) {
    next = await keepRetention(await clockAt(busy, new Date(night)))
  }
  expect(left).toEqual([700, 200, 0, 0])
})

test('in CONTROL ended sessions, links and failures go at night, and by night alone', async () => {
  const { control } = county
  const ended = daysBefore(keptDays.session + 1).toISOString()
  const fresh = daysBefore(keptDays.session - 1).toISOString()
  const [[someone]] = await control.run(rowsAs(sql`select id from account limit 1`, (raw) => String(raw.id)))
  for (const [id, at] of [
    ['old', ended],
    ['new', fresh],
  ] as const) {
    await control.run(
      rowsAs(
        sql`insert into session (id, account, secret, rotatedAt, createdAt, expiresAt)
          values (${id}, ${someone}, 's', ${at}, ${at}, ${at})`,
        () => null,
      ),
      rowsAs(
        sql`insert into activation (token, kind, login, name, createdAt, expiresAt)
          values (${id}, 'platform', 'l', 'n', ${at}, ${at})`,
        () => null,
      ),
      rowsAs(
        sql`insert into control_receipt (caller, key, request, createdAt) values ('signup', ${id}, 'r', ${at})`,
        () => null,
      ),
      rowsAs(
        sql`insert into sign_in_failure (key, count, since)
          values (${id}, 1, ${id === 'old' ? night - 2 * day : night - day / 2})`,
        () => null,
      ),
    )
  }
  const left = async () =>
    (
      await control.run(
        rowsAs(sql`select id from session where id in ('old', 'new')`, ({ id }) => `session ${id}`),
        rowsAs(sql`select token from activation where token in ('old', 'new')`, (raw) => `link ${raw.token}`),
        rowsAs(
          sql`select key from control_receipt where key in ('old', 'new')`,
          (raw) => `receipt ${raw.key}`,
        ),
        rowsAs(
          sql`select key from sign_in_failure where key in ('old', 'new')`,
          (raw) => `failure ${raw.key}`,
        ),
      )
    )
      .flat()
      .filter((row) => row.endsWith('old'))
  const scheduled = (at: number) => ({ scheduledTime: at, cron: '*/5 * * * *', noRetry: () => undefined })
  await onSchedule(scheduled(night - day / 2), env)
  expect(await left()).toHaveLength(4)
  await onSchedule(scheduled(night + 300_000), env)
  expect(await left()).toEqual([])
  const [kept] = await control.run(
    rowsAs(sql`select key from sign_in_failure where key = 'new'`, (raw) => String(raw.key)),
  )
  expect(kept).toEqual(['new'])
})
