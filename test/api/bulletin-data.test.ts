import { expect, test } from 'vitest'
import type { DataBlock, DataKind, DataValue } from '../../schema/api/bulletin-content.ts'
import { dataKinds } from '../../schema/api/bulletin-content.ts'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { blockValues } from '../../worker/actions/bulletins/block-values.ts'
import { newId } from '../../worker/data/new-id.ts'
import { dayOf } from '../../worker/domain/consequences/due-on.ts'
import { aBoard } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'
import { raised, stepped, withCatalogue } from '../support/issues.ts'
import { aPhoto, officeContext } from '../support/photos.ts'
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
    examples: [
      {
        photos: [
          { photo: before, role: 'before' },
          { photo: after, role: 'after' },
        ],
      },
    ],
  })
  expect(JSON.stringify(draft.data.good_examples)).toContain('<b>渠道</b>淤塞')
  expect(rowsOf(draft.data.bands_by_township)).toHaveLength(townships.length)
  expect(rowsOf(draft.data['standings-red'])).toHaveLength(2)
  expect(rowsOf(draft.data.interviews)[0]?.[0]).toBe('约谈')
  expect(draft.data.overdue_issues).toEqual({ form: 'nothing', text: '没有超期未整改的问题。' })
  expect(draft.data.outreach?.form).toBe('nothing')

  // Issued, it stays as it was, whatever the ledger says next.
  const issued = await office.put(at(`/bulletins/${draft.id}/issue`), { version: draft.version })
  expect(issued.status, issued.text).toBe(200)
  await raised(county, { area: inSecond, text: '又一处' })
  const frozen = (await office.get(at(`/bulletins/${draft.id}`))).body as BulletinDetail
  expect(frozen.data).toEqual((issued.body as BulletinDetail).data)

  // All members see its pictures, as copies; those who cannot see the issue itself as well.
  const elsewhere = await county.member('village_secretary', inSecond)
  expect((await elsewhere.get(at(`/photos/${before}`))).status).toBe(200)

  const own = await drafted(
    county,
    [block('issues_by_township'), block('standings'), block('bands_by_township')],
    await county.member('township_leader', second?.id ?? ''),
    second?.id,
  )
  expect(rowsOf(own.data.issues_by_township).map((row) => row.slice(1, 4))).toEqual([['2', '0', '2']])
  expect(rowsOf(own.data.standings)).toHaveLength(villagesOf(second?.id ?? '').length)
  expect(own.data.bands_by_township?.form).toBe('figures')
})

test('the clock reads little for a draft of all kinds', async () => {
  const county = await aCounty('620423', 1)
  const context = await officeContext(county)
  const about = { fromDay: today, toDay: today, round: null, visibility: 'members' as const }
  const owner = county.areas.find(({ level }) => level === 'county')?.id ?? ''
  const before = context.db.cost.trips
  const blocks = dataKinds.map((kind) => block(kind))
  const { happened } = await blockValues(
    context.db,
    { ...about, owner, ownerLevel: 'county' },
    blocks,
    new Date(),
  )
  expect(context.db.cost.trips - before).toBeLessThanOrEqual(2)
  expect(happened).toBe(false)
})

test('the public is told no more of a board than it is shown', async () => {
  const county = await aCounty('620423', 1)
  const { office, at } = county
  const board = await aBoard(county, { policy: ranksAlone })
  await aPublishedWeek(county, board)
  const draft = await drafted(county, [block('standings')], office)
  const open = await office.patch(at(`/bulletins/${draft.id}`), { version: 2, visibility: 'public' })
  expect(open.status, open.text).toBe(200)
  const refused = await office.put(at(`/bulletins/${draft.id}/issue`), { version: 3 })
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ type: expect.stringContaining('bulletin-board-private') })

  await office.patch(at(`/boards/${board.id}`), { visibility: 'public', shows: 'bands' })
  const issued = await office.put(at(`/bulletins/${draft.id}/issue`), { version: 3 })
  expect(issued.status, issued.text).toBe(200)
  const shown = (issued.body as BulletinDetail).data.standings
  const labels = shown?.form === 'table' ? shown.columns.map(({ label }) => label) : []
  expect(labels).toEqual(['村（社区）', '乡镇', '颜色', '连续期数'])
})

async function group({ office, at }: TestCounty): Promise<string> {
  const answer = await office.post(at('/units'), { name: '督查一组', kind: 'group' })
  return (answer.body as { id: string }).id
}
