import { expect, test } from 'vitest'
import type { RosterEntry, RoundDetail } from '../../schema/api/boards.ts'
import type { Source } from '../../schema/api/ranking.ts'
import { entriesOf, numberIn, problemIn } from '../../web/console/rounds/entry/cells.ts'
import { readPasted } from '../../web/console/rounds/entry/read-pasted.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'

const rank: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
const drone: Source = { key: 'drone', kind: 'count', scope: 'county', weight: 2, exposed: true }
const luyang = { township: 't1', townshipName: '芦阳镇' }
const villages: RosterEntry[] = [
  { id: 'v1', name: '石门村民委员会', ...luyang },
  { id: 'v2', name: '响水村民委员会', ...luyang },
  { id: 'v3', name: '城关社区居民委员会', ...luyang },
]
const round = { roster: villages, policy: threeColourTemplate } as RoundDetail
const place = { round, reporter: 't1', villages }

test('a typed number may be full width; anything else is no number', () => {
  expect(numberIn(' ８６．５ ')).toBe(86.5)
  expect(numberIn('')).toBeUndefined()
  expect(['第5名', '1e9', '0x1f', '5%', '-'].map(numberIn)).toEqual([null, null, null, null, null])
})

test('each kind of source has its own limits', () => {
  const said = (value: string, source: Source, exposure = '') => problemIn({ value, exposure }, source, 3)
  expect(['1', '3', '0', '4', '1.5', 'x'].map((value) => said(value, rank))).toEqual([
    undefined,
    undefined,
    'badRank',
    'badRank',
    'badRank',
    'badRank',
  ])
  expect(said('4', drone, '200')).toBeUndefined()
  expect(said('4', drone)).toBe('badExposure')
  expect(said('4', drone, '0')).toBe('badExposure')
  expect(said('-1', drone, '200')).toBe('badCount')
  expect(said('', rank)).toBeUndefined()
})

test('only filled fields are reported, and an exposure only where the source counts over one', () => {
  const cells = { v1: { value: '2', exposure: '9' }, v2: { value: '', exposure: '' } }
  expect(entriesOf(cells, villages, rank)).toEqual([{ subject: 'v1', value: 2 }])
  expect(entriesOf(cells, villages, drone)).toEqual([{ subject: 'v1', value: 2, exposure: 9 }])
})

test('a lone pasted column fills the villages in their order', () => {
  const { cells, filled, wrong } = readPasted('3\r\n１\r\n2\r\n', { ...place, source: rank })
  expect(cells).toMatchObject({ v1: { value: '3' }, v2: { value: '1' }, v3: { value: '2' } })
  expect({ filled, wrong }).toEqual({ filled: 3, wrong: [] })
})

test('two pasted columns of numbers are value and exposure', () => {
  const { cells } = readPasted('4\t200\n0\t150', { ...place, source: drone })
  expect(cells).toEqual({ v1: { value: '4', exposure: '200' }, v2: { value: '0', exposure: '150' } })
})

test('a pasted table finds its villages by name; a row in doubt stays out and is named', () => {
  const text = '村名\t名次\n响水村\t1\n石门\t2\n没有村\t3'
  const { cells, filled, wrong } = readPasted(text, { ...place, source: rank })
  expect(cells).toMatchObject({ v2: { value: '1' }, v1: { value: '2' } })
  expect(filled).toBe(2)
  expect(wrong).toMatchObject([{ row: 4, name: '没有村', code: 'unknown' }])
})
