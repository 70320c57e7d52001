import { expect, test } from 'vitest'
import type { DataBlock, DataKind, DataValue } from '../../schema/api/bulletin-content.ts'
import { dataKinds } from '../../schema/api/bulletin-content.ts'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { dayOf } from '../../worker/domain/consequences/due-on.ts'
import { newId } from '../../worker/data/new-id.ts'
import { aBoard } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'
import { raised, stepped, withCatalogue } from '../support/issues.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

const today = dayOf(new Date())
const block = (kind: DataKind, attrs: Partial<DataBlock['attrs']> = {}): DataBlock => ({
  type: 'data',
  attrs: { id: attrs.band ? `${kind}-${attrs.band}` : kind, kind, ...attrs },
})

/** A draft of today with these blocks alone. */
async function drafted(county: TestCounty, blocks: DataBlock[], by: Client, owner?: string) {
  const { at } = county
  const wanted = { id: newId(), kind: 'special', from: today, to: today, ...(owner && { owner }) }
  const made = await by.post(at('/bulletins'), wanted)
  expect(made.status, made.text).toBe(201)
  const change = { version: 1, content: { type: 'doc', content: blocks } }
  const changed = await by.patch(at(`/bulletins/${wanted.id}`), change)
  expect(changed.status, changed.text).toBe(200)
  return changed.body as BulletinDetail
}

const rowsOf = (value: DataValue | undefined) => (value?.form === 'table' ? value.rows : [])

test('data blocks tell of the ledger and the standings as of now, until the bulletin is issued', async () => {
  const county = await aCounty('620423', 1)
  const { office, at, townships, villagesOf } = county
  await withCatalogue(county)
  const [first, second] = townships
  const inspector = await county.member('inspector', (await group(county)) ?? '')
  const inFirst = villagesOf(first?.id ?? '')[0]?.id ?? ''
  const inSecond = villagesOf(second?.id ?? '')[0]?.id ?? ''
  const before = await aPhoto(county, office, aJpeg(64, 48, { comment: 'before' }))
  const after = await aPhoto(county, office, aJpeg(64, 48, { comment: 'after' }))
  const found = await aPhoto(county, office, aJpeg(64, 48, { comment: 'found' }))
  const cleared = await raised(county, { area: inFirst, text: '<b>渠道</b>淤塞', photos: [before] })
  await stepped(county, office, cleared, { kind: 'started' })
  await stepped(county, office, cleared, { kind: 'rectified', note: '已清', photos: [after] })
  await stepped(county, inspector, cleared, { kind: 'closed', note: '看过' })
  await raised(county, { area: inSecond, text: '路边堆料', photos: [found] })
  const board = await aBoard(county, { policy: ranksAlone })
  await aPublishedWeek(county, board)

  const all = dataKinds.map((kind) => block(kind))
  const draft = await drafted(county, [...all, block('standings', { band: 'red', limit: 2 })], office)
  expect(draft.data.issue_figures).toMatchObject({
    form: 'figures',
    figures: [{ value: 2 }, { value: 1 }, { value: 1 }, { value: 0 }, { value: 0 }],
  })
  expect(rowsOf(draft.data.issues_by_township).map((row) => row.slice(1))).toEqual([
    ['1', '1', '0', '0', '0'],
    ['1', '0', '1', '0', '0'],
  ])
  expect(draft.data.good_examples).toMatchObject({
    form: 'examples',
    examples: [{ photos: [{ photo: before, role: 'before' }, { photo: after, role: 'after' }] }],
  })
  expect(JSON.stringify(draft.data.good_examples)).toContain('<b>渠道</b>淤塞')
  expect(rowsOf(draft.data.bands_by_township)).toHaveLength(townships.length)
  expect(rowsOf(draft.data['standings-red'])).toHaveLength(2)
  expect(rowsOf(draft.data.interviews)[0]?.[0]).toBe('约谈')
  expect(draft.data.overdue_issues).toEqual({ form: 'nothing', text: '没有超期未整改的问题。' })
})

async function group({ office, at }: TestCounty): Promise<string> {
  const answer = await office.post(at('/units'), { name: '督查一组', kind: 'group' })
  return (answer.body as { id: string }).id
}
