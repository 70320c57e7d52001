import { expect, test } from 'vitest'
import type { Consequence } from '../../schema/api/consequences.ts'
import type { NamedStanding } from '../../schema/api/standings.ts'
import { bandChanges } from '../../web/console/cockpit/band-changes.ts'
import { firstValues, isRecordValues, recordOf } from '../../web/console/interviews/record-values.ts'
import { instantOf, wallClock } from '../../web/lib/wall-clock.ts'

const standing = (subject: string, band: NamedStanding['band']) => ({ subject, band }) as NamedStanding
const names = (rows: readonly NamedStanding[]) => rows.map(({ subject }) => subject)

test('who came into a colour and who left it, leaving out those only one of the rounds ranks', () => {
  const before = [
    standing('a', 'red'),
    standing('b', 'yellow'),
    standing('c', 'green'),
    standing('gone', 'red'),
  ]
  const now = [standing('a', 'green'), standing('b', 'red'), standing('c', 'yellow'), standing('new', 'red')]
  const changes = bandChanges(now, before)
  expect(changes.map(({ band, entered, left }) => [band, names(entered), names(left)])).toEqual([
    ['red', ['b'], ['a']],
    ['green', ['a'], ['c']],
  ])
})

test('a field of date and time speaks of Shanghai', () => {
  expect(instantOf('2026-03-06T18:00')).toBe('2026-03-06T10:00:00.000Z')
  expect(instantOf('')).toBeUndefined()
  expect(wallClock(Date.parse('2026-03-06T16:30:00.000Z'))).toBe('2026-03-07T00:30')
})

test('a record begins with the planned hour and those called, and is kept only if it is one', () => {
  const schedule = { at: '2026-03-09T01:00:00.000Z', venue: '会议室', host: '县领导' }
  const posts = [{ post: 'village_head', area: 'a', areaName: '甲村', holder: '某' }]
  const values = firstValues({ schedule, posts } as Consequence, Date.parse('2026-03-10T00:00:00.000Z'))
  expect(values).toMatchObject({ heldAt: '2026-03-09T09:00', attendees: '某' })
  const early = firstValues({ schedule, posts } as Consequence, Date.parse('2026-03-08T00:00:00.000Z'))
  expect(early.heldAt, 'nobody records what is still to come').toBe('2026-03-08T08:00')
  expect(isRecordValues(JSON.parse(JSON.stringify(values)))).toBe(true)
  for (const other of [null, 'x', {}, { ...values, commitments: [{ text: 1 }] }, { ...values, summary: 3 }]) {
    expect(isRecordValues(other)).toBe(false)
  }
  expect(recordOf({ ...values, summary: ' 谈了 ' })).toMatchObject({ summary: '谈了', commitments: [] })
})
