import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { audit } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type AuditFilter, listAudit } from '../../worker/data/audit.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'

const begun = Date.parse('2026-03-02T01:00:00Z')
const verbs = ['issue.raised', 'issue.noted', 'round.close', 'area.change', 'issue.noted']
const db = new CountyDb(env.SHARD_00, newId(begun) as CountyId)

/** 400 rows a second apart: two people by turns, five verbs by turns, and one thing that only one of them did, once. */
const rows = Array.from({ length: 400 }, (_, n) => {
  const at = begun + n * 1000
  const what = { actor: `m${n % 2}`, verb: n === 1 ? 'county.rename' : (verbs[n % 5] ?? ''), target: 't' }
  return { id: newId(at), at: new Date(at).toISOString(), ...what, detail: {} }
})
beforeAll(async () => {
  await db.write(...db.insertAll(audit, rows))
})

const expected = ({ actor, verb, since = 0, until = Number.POSITIVE_INFINITY }: AuditFilter) =>
  rows
    .filter((row) => (actor ?? row.actor) === row.actor && (verb ?? row.verb) === row.verb)
    .filter(({ at }) => Date.parse(at) >= since && Date.parse(at) < until)
    .map(({ id }) => id)
    .reverse()

/** Every page of a list, and what the first one read. */
async function paged(filter: AuditFilter, limit: number) {
  const found: string[] = []
  const begin = db.cost.rowsRead
  let first = 0
  for (let before = '~'; ; ) {
    const page = await listAudit(db, filter, limit, before)
    first ||= db.cost.rowsRead - begin
    found.push(...page.map(({ id }) => id))
    if (page.length < limit) return { found, first }
    before = page.at(-1)?.id ?? ''
  }
}

test('what one person did comes newest first, whatever it was, page by page and between two days', async () => {
  const [since, until] = [begun + 50_000, begun + 320_500]
  for (const filter of [
    { actor: 'm0' },
    { actor: 'm1' },
    { actor: 'm1', since, until },
    { actor: 'm1', since },
  ])
    for (const limit of [7, 200, 500])
      expect((await paged(filter, limit)).found, JSON.stringify({ ...filter, limit })).toEqual(
        expected(filter),
      )
  expect((await paged({ actor: 'nobody' }, 7)).found).toEqual([])
})

test('a page reads a few rows for each that it shows and each verb, not all there are', async () => {
  const { first } = await paged({ actor: 'm1' }, 10)
  expect(first).toBeLessThanOrEqual(5 * 10 + 6 * 5)
})

test('what somebody did once, or never, is found at once', async () => {
  const once = await paged({ actor: 'm1', verb: 'county.rename' }, 10)
  expect(once.found).toEqual(expected({ actor: 'm1', verb: 'county.rename' }))
  expect(once.found).toHaveLength(1)
  const never = await paged({ actor: 'm0', verb: 'county.rename' }, 10)
  expect(never.found).toEqual([])
  expect(Math.max(once.first, never.first)).toBeLessThanOrEqual(3)
})
