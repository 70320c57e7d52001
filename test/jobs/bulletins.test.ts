import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Bulletin } from '../../schema/api/bulletins.ts'
import type { Notice } from '../../schema/api/notices.ts'
import { keepBulletins } from '../../worker/actions/bulletins/keep-bulletins.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { aBoard } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'
import { anIssue, raises, withCatalogue } from '../support/issues.ts'

const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)

/** What the clock does at an instant; gives when it is to look next. */
async function clockAt({ id }: TestCounty, now: Date) {
  const context = await systemContext(env, id, now)
  if (!context) throw new Error('no county')
  const next = await keepBulletins(context)
  return { next: new Date(Math.min(next, 8e15)), written: context.db.cost.rowsWritten }
}

async function bulletinsOf(county: TestCounty, query = ''): Promise<Bulletin[]> {
  const answer = await county.office.get(county.at(`/bulletins?${query}`))
  return (answer.body as { items: Bulletin[] }).items
}

const rules = (county: TestCounty, wanted: object) => county.office.put(county.at('/bulletin-rules'), wanted)

test('a county that asks for it gets a draft at 18:00 of each working day that brought anything, and no second one', async () => {
  const county = await aCounty('620423', 0)
  await withCatalogue(county)
  // Monday the 16th of November 2026.
  await raises(county, county.office, anIssue(county, { foundAt: at('2026-11-16', '10:00').toISOString() }))
  await clockAt(county, at('2026-11-16', '18:00'))
  expect(await bulletinsOf(county)).toEqual([])

  expect((await rules(county, { daily: 'draft', weekly: 'draft' })).status).toBe(200)
  const early = await clockAt(county, at('2026-11-16', '17:59'))
  expect(early.next).toEqual(at('2026-11-16', '18:00'))
  expect(await bulletinsOf(county)).toEqual([])

  const due = await clockAt(county, at('2026-11-16', '18:00'))
  expect(due.next).toEqual(at('2026-11-17', '18:00'))
  const [draft] = await bulletinsOf(county)
  expect(draft).toMatchObject({
    kind: 'daily',
    state: 'draft',
    number: null,
    from: '2026-11-16',
    to: '2026-11-16',
  })
  const notices = (await county.office.get(county.at('/notices?kind=bulletin'))).body as { items: Notice[] }
  expect(notices.items).toMatchObject([{ origin: 'bulletin', originId: draft?.id, text: draft?.title }])

  expect((await clockAt(county, at('2026-11-16', '18:05'))).written).toBe(0)
  await county.office.delete(county.at(`/bulletins/${draft?.id}`))
  expect((await clockAt(county, at('2026-11-16', '19:00'))).written).toBe(0)

  // Nothing happened on Tuesday; Friday leads over the weekend to Monday.
  await clockAt(county, at('2026-11-17', '18:00'))
  expect(await bulletinsOf(county, 'state=draft')).toEqual([])
  expect((await clockAt(county, at('2026-11-20', '18:00'))).next).toEqual(at('2026-11-23', '18:00'))
})

test('a published round gets one draft, the township its own; issuing is left to people', async () => {
  const county = await aCounty('620423', 1)
  const township = county.townships[0]
  const board = await aBoard(county, { policy: ranksAlone })
  const round = await aPublishedWeek(county, board)
  const own = await aBoard(county, { policy: ranksAlone, owner: township?.id ?? '' })
  await aPublishedWeek(county, own)
  await clockAt(county, new Date())
  const drafts = await bulletinsOf(county, 'kind=weekly')
  expect(drafts.map(({ owner, state }) => [owner === township?.id, state]).sort()).toEqual([
    [false, 'draft'],
    [true, 'draft'],
  ])
  expect(drafts.find(({ owner }) => owner !== township?.id)).toMatchObject({
    round: round.id,
    title: `三色榜第${round.no}期情况通报`,
  })
  expect((await clockAt(county, new Date())).written).toBe(0)
  expect(await bulletinsOf(county, 'kind=weekly')).toHaveLength(2)
})

test('a county that wants none gets none', async () => {
  const county = await aCounty('620423', 1)
  await rules(county, { daily: 'off', weekly: 'off' })
  const board = await aBoard(county, { policy: ranksAlone })
  await aPublishedWeek(county, board)
  await clockAt(county, new Date())
  expect(await bulletinsOf(county)).toEqual([])
})
