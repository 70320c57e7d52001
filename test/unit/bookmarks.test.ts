import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { Bookmarks } from '../../worker/http/bookmarks.ts'

/** A database that only notes how its sessions begin. */
function aDatabase(bookmark: string | null = null) {
  const begun: string[] = []
  const withSession = (from: string) => {
    begun.push(from)
    return { getBookmark: () => bookmark }
  }
  return { begun, d1: { withSession } as unknown as D1Database }
}

test('a read begins where the caller left off, else at any replica', () => {
  const [control, shard] = [aDatabase(), aDatabase()]
  const bookmarks = new Bookmarks('2:00-ab', false)
  bookmarks.on('CONTROL', control.d1)
  bookmarks.on(2, shard.d1)
  bookmarks.on(2, shard.d1)
  expect(control.begun).toEqual(['first-unconstrained'])
  expect(shard.begun).toEqual(['00-ab'])
  expect([bookmarks.mayLag('CONTROL'), bookmarks.mayLag(2)]).toEqual([true, false])
})

test('a write begins at the primary, whatever is carried', () => {
  const { begun, d1 } = aDatabase()
  new Bookmarks('0:00-ab', true).on(0, d1)
  expect(begun).toEqual(['first-primary'])
})

test('what is carried on is the newest of each database; those not touched stay', () => {
  const bookmarks = new Bookmarks('CONTROL:00-1|3:00-2', true)
  bookmarks.on(3, aDatabase('00-9').d1)
  expect(bookmarks.text()).toBe('CONTROL:00-1|3:00-9')
})

test('what a replica lacks is asked of the primary', () => {
  const { begun, d1 } = aDatabase()
  const bookmarks = new Bookmarks('', false)
  bookmarks.on('CONTROL', d1)
  bookmarks.atPrimary('CONTROL', d1)
  expect(begun).toEqual(['first-unconstrained', 'first-primary'])
})

test('anything made up is passed over', () => {
  const made = ['x', 'CONTROL:', '1:a b', '1:"', `1:${'a'.repeat(201)}`, '9999:a', 'SHARD:a']
  expect(new Bookmarks(made.join('|'), false).text()).toBe('')
})
