import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Objection } from '../../schema/api/consequences.ts'
import type { ObjectionListed, RulingEffect } from '../../schema/api/objections.ts'
import { round as rounds } from '../../schema/tables/county.ts'
import { aBoard, anOpenRound, auditOf, standingsOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aClosedWeek, consequencesOf, objects, publishes, ranksAlone } from '../support/friday.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  villages = county.villagesOf(township).map(({ id }) => id)
})

const last = () => villages.at(-1) ?? ''
const aTownshipWeek = async () =>
  aClosedWeek(county, await aBoard(county, { policy: ranksAlone, owner: township }))

function rules(objection: { id: string }, ruling: object, by: Client = county.office) {
  return by.put(county.at(`/objections/${objection.id}/ruling`), ruling)
}

/** The objector was in fact the best of its township. */
function upheld(subject: string) {
  const amendments = [
    { source: 'township', subject, value: 1 },
    { source: 'township', subject: villages[0], value: villages.length },
  ]
  return { upheld: true, reason: '照片确属邻村', amendments }
}

async function bandOf(round: { id: string }, subject: string) {
  const { standings } = await standingsOf(county, county.office, round)
  return standings.find((standing) => standing.subject === subject)?.band
}

test('a village objects while its round is closed, and an objection upheld changes the standings', async () => {
  const round = await aTownshipWeek()
  const secretary = await county.member('village_secretary', last())
  const objection = await objects(county, secretary, round, last())
  expect(objection).toMatchObject({ round: round.id, subject: last(), state: 'pending', ruledAt: null })
  expect(await bandOf(round, last())).toBe('red')

  const ruled = await rules(objection, upheld(last()))
  expect(ruled.status, ruled.text).toBe(200)
  expect(ruled.body).toMatchObject({ id: objection.id, state: 'upheld', reason: '照片确属邻村' })
  expect(await bandOf(round, last())).toBe('green')
  expect(await bandOf(round, villages[0] ?? '')).toBe('red')

  const again = await rules(objection, { upheld: false, reason: '反悔' })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ type: '/problems/already-ruled' })
  expect(await auditOf(county, objection.id)).toEqual(['objection.file', 'objection.rule'])

  expect((await publishes(county, round)).status).toBe(200)
  expect(await bandOf(round, last())).toBe('green')
})

test('an objection rejected leaves the standings and their version alone', async () => {
  const round = await aTownshipWeek()
  const versionOf = async () => (await county.db.first(rounds, eq(rounds.id, round.id)))?.version
  const before = await versionOf()
  const objection = await objects(county, county.office, round, last())
  const ruled = await rules(objection, { upheld: false, reason: '复核无误' })
  expect(ruled.body).toMatchObject({ state: 'rejected', amendments: [] })
  expect(await bandOf(round, last())).toBe('red')
  expect(await versionOf()).toBe(before)
})

test('nobody objects to a round still open or already published', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const open = await anOpenRound(county, board)
  const words = { subject: last(), text: '不服' }
  const early = await county.office.post(county.at(`/rounds/${open.id}/objections`), words)
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/objections-closed' })
  const round = await aTownshipWeek()
  await publishes(county, round)
  const late = await county.office.post(county.at(`/rounds/${round.id}/objections`), words)
  expect(late.status).toBe(409)
})

test('a village speaks and reads for itself, a township for its villages, and neither for others', async () => {
  const board = await aBoard(county, { policy: ranksAlone })
  const round = await aClosedWeek(county, board)
  const path = county.at(`/rounds/${round.id}/objections`)
  const elsewhere = county.villagesOf(county.townships[3]?.id ?? '')[0]?.id ?? ''
  const secretary = await county.member('village_secretary', last())
  const reporter = await county.member('township_reporter', township)
  const words = (subject: string | undefined) => ({ subject, text: '不服' })
  expect((await secretary.post(path, words(villages[0]))).status).toBe(403)
  expect((await reporter.post(path, words(elsewhere))).status).toBe(403)
  expect((await county.office.post(path, words('nobody'))).status).toBe(422)
  const inspector = await county.member('drone_operator', await aGroup())
  expect((await inspector.post(path, words(last()))).status).toBe(403)

  await objects(county, secretary, round, last())
  await objects(county, reporter, round, villages[0] ?? '')
  await objects(county, county.office, round, elsewhere)
  const seenBy = async (client: Client) => {
    const list = await client.get(path)
    expect(list.status, list.text).toBe(200)
    return (list.body as { items: Objection[] }).items.map(({ subject }) => subject).sort()
  }
  expect(await seenBy(secretary)).toEqual([last()])
  expect(await seenBy(reporter)).toEqual([villages[0], last()].sort())
  expect(await seenBy(county.office)).toEqual([villages[0], last(), elsewhere].sort())
  const [objection] = ((await county.office.get(path)).body as { items: Objection[] }).items
  const leader = await county.member('township_leader', township)
  expect((await rules({ id: objection?.id ?? '' }, { upheld: false, reason: '-' }, leader)).status).toBe(403)
})

async function aGroup(): Promise<string> {
  const answer = await county.office.post(county.at('/units'), { name: '无人机组', kind: 'group' })
  return (answer.body as { id: string }).id
}

test('the same objection sent again is the same objection, and its id is good for no other', async () => {
  const round = await aTownshipWeek()
  const path = county.at(`/rounds/${round.id}/objections`)
  const body = { id: 'objection-1', subject: last(), text: '不服' }
  const first = await county.office.post(path, body)
  const again = await county.office.post(path, body)
  expect(again.status).toBe(201)
  expect(again.body).toEqual(first.body)
  expect((await county.office.post(path, { ...body, text: '另一件' })).status).toBe(409)
})

test('amendments go with upholding only, and must be able to stand', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const rejected = await rules(objection, { ...upheld(last()), upheld: false })
  expect(rejected.status).toBe(422)
  expect(rejected.body).toMatchObject({ type: '/problems/amendments-without-upholding' })
  const unsound = await rules(objection, {
    ...{ upheld: true, reason: '-' },
    amendments: [{ source: 'township', subject: last(), value: villages.length + 1 }],
  })
  expect(unsound.status).toBe(422)
  expect(unsound.body).toMatchObject({ errors: [{ path: 'amendments.0.value' }] })
  const list = await county.office.get(county.at(`/rounds/${round.id}/objections`))
  expect(list.body).toMatchObject({ items: [{ state: 'pending' }] })
})

test('a pending objection holds publication up; published all the same, its actions rest until the ruling', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const blocked = await publishes(county, round)
  expect(blocked.status).toBe(409)
  expect(blocked.body).toMatchObject({ missing: [], objections: [objection.id] })
  const waived = await publishes(county, round, { waive: '周一再议' })
  expect(waived.status, waived.text).toBe(200)
  const interviewOf = async (subject: string) => {
    const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
    const found = actions.find(({ subjects }) => subjects[0] === subject)
    return found && { state: found.state, reason: found.reason }
  }
  expect(await interviewOf(last())).toEqual({ state: 'paused', reason: '周一再议' })
  expect(await interviewOf(villages.at(-2) ?? '')).toEqual({ state: 'proposed', reason: null })

  const ruled = await rules(objection, { upheld: false, reason: '复核无误' })
  expect(ruled.status, ruled.text).toBe(200)
  expect(await interviewOf(last())).toEqual({ state: 'proposed', reason: null })
  expect((await standingsOf(county, county.office, round)).revision).toBe(1)
})

test('an objection upheld after publication corrects the round in the same step', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  await publishes(county, round, { waive: '周一再议' })
  const ruled = await rules(objection, upheld(last()))
  expect(ruled.status, ruled.text).toBe(200)
  const { revision } = await standingsOf(county, county.office, round)
  expect(revision).toBe(2)
  expect(await bandOf(round, last())).toBe('green')
  const [interview] = (
    await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
  ).filter(({ subjects }) => subjects[0] === last())
  expect(interview).toMatchObject({ state: 'cancelled', reason: '照片确属邻村' })
  const summary = await county.office.get(county.at(`/rounds/${round.id}/revisions`))
  expect(summary.body).toMatchObject({ items: [{ reason: '周一再议' }, { reason: '照片确属邻村' }] })
})

test('of two rulings at once one stands', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const answers = await Promise.all([
    rules(objection, upheld(last())),
    rules(objection, { upheld: false, reason: '复核无误' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const won = answers.find(({ status }) => status === 200)?.body as Objection
  expect(await bandOf(round, last())).toBe(won.state === 'upheld' ? 'green' : 'red')
})

test('the office sees what waits longest first, whatever the round; others what they may object to', async () => {
  const own = await aCounty('620423', 1)
  const board = await aBoard(own, { policy: ranksAlone })
  const first = await aClosedWeek(own, board)
  const [here, there] = [own.townships[2]?.id ?? '', own.townships[3]?.id ?? '']
  const [a, b] = own.villagesOf(here).map(({ id }) => id)
  const elsewhere = own.villagesOf(there)[0]?.id ?? ''
  const secretary = await own.member('village_secretary', a)
  const filed = [
    await objects(own, secretary, first, a ?? ''),
    await objects(own, own.office, first, elsewhere),
    await objects(own, own.office, first, b ?? ''),
  ].map(({ id }) => id)
  const seen = async (by: Client, query = '') => {
    const list = await by.get(own.at(`/objections${query}`))
    expect(list.status, list.text).toBe(200)
    return (list.body as { items: ObjectionListed[]; nextCursor: string | null }).items
  }
  const waiting = await seen(own.office)
  expect(waiting.map(({ id }) => id)).toEqual(filed)
  expect(waiting[0]).toMatchObject({
    ...{
      board: board.id,
      boardName: '三色榜',
      roundNo: 1,
      roundState: 'closed',
      township: here,
      mine: false,
    },
    townshipName: own.townships[2]?.name,
  })
  expect((await seen(own.office, `?township=${there}`)).map(({ id }) => id)).toEqual([filed[1]])
  const leader = await own.member('township_leader', here)
  expect((await seen(leader)).map(({ id }) => id)).toEqual([filed[0], filed[2]])
  expect(await seen(leader, `?township=${there}`)).toEqual([])
  expect(await seen(secretary)).toMatchObject([{ id: filed[0], mine: true }])
  expect(await seen(await own.member('village_secretary', elsewhere))).toMatchObject([{ id: filed[1] }])

  for (const id of filed.slice(0, 2))
    await own.office.put(own.at(`/objections/${id}/ruling`), { upheld: false, reason: '复核无误' })
  expect((await seen(own.office)).map(({ id }) => id)).toEqual([filed[2]])
  expect((await seen(own.office, '?state=rejected')).map(({ id }) => id)).toEqual([filed[1], filed[0]])
  const page = await own.office.get(own.at('/objections?state=rejected&limit=1'))
  const { nextCursor } = page.body as { nextCursor: string }
  expect(
    (await seen(own.office, `?state=rejected&limit=1&cursor=${nextCursor}`)).map(({ id }) => id),
  ).toEqual([filed[0]])
})

test('a ruling is shown before it is made: what it moves in the draft, and nothing is stored', async () => {
  const round = await aTownshipWeek()
  const objection = await objects(county, county.office, round, last())
  const preview = (ruling: object, by: Client = county.office) =>
    by.post(county.at(`/objections/${objection.id}/ruling/preview`), ruling)
  const shown = await preview(upheld(last()))
  expect(shown.status, shown.text).toBe(200)
  const { rounds: moved, consequences } = shown.body as RulingEffect
  expect(moved).toMatchObject([{ round: round.id, revision: 0 }])
  const change = moved[0]?.changes.find(({ subject }) => subject === last())
  expect(change).toMatchObject({ before: { band: 'red' }, after: { band: 'green', rank: 1 } })
  expect(change?.name).not.toBe('')
  expect(consequences).toEqual({ created: 0, cancelled: 0 })
  expect(await bandOf(round, last())).toBe('red')
  expect((await preview({ upheld: false, reason: '复核无误' })).body).toMatchObject({
    rounds: [{ changes: [] }],
  })
  const unsound = [{ source: 'township', subject: last(), value: 9999 }]
  expect((await preview({ upheld: true, reason: '-', amendments: unsound })).status).toBe(422)
  expect((await preview(upheld(last()), await county.member('township_reporter', township))).status).toBe(403)

  // Published over the objection, the same ruling is a correction.
  await publishes(county, round, { waive: '如期公布' })
  const later = (await preview(upheld(last()))).body as RulingEffect
  expect(later.rounds).toMatchObject([{ round: round.id, revision: 2 }])
  expect(later.consequences.cancelled).toBeGreaterThan(0)
  expect((await rules(objection, upheld(last()))).status).toBe(200)
  expect((await preview(upheld(last()))).status).toBe(409)
})

test('whoever filed an objection may take it back while it waits; what rested for it goes on', async () => {
  const round = await aTownshipWeek()
  const secretary = await county.member('village_secretary', last())
  const objection = await objects(county, secretary, round, last())
  const withdraws = (by: Client) => by.put(county.at(`/objections/${objection.id}/withdrawal`))
  expect((await withdraws(county.office)).status).toBe(404)
  await publishes(county, round, { waive: '如期公布' })
  const mine = async () =>
    (await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)).filter(({ subjects }) =>
      subjects.includes(last()),
    )
  expect((await mine()).map(({ state }) => state)).toEqual(['paused'])
  const withdrawn = await withdraws(secretary)
  expect(withdrawn.status, withdrawn.text).toBe(200)
  expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason: null, amendments: [], mine: true })
  expect((await mine()).map(({ state }) => state)).toEqual(['proposed'])
  expect((await withdraws(secretary)).body).toEqual(withdrawn.body)
  expect((await rules(objection, { upheld: false, reason: '-' })).status).toBe(409)
  expect(await auditOf(county, objection.id)).toEqual(['objection.file', 'objection.withdraw'])
})

test('photos go with an objection where there are any, and are seen by those who may see it', async () => {
  const round = await aTownshipWeek()
  const secretary = await county.member('village_secretary', last())
  const photo = await aPhoto(county, secretary, aJpeg(300, 10))
  const words = { id: crypto.randomUUID(), subject: last(), text: '照片拍的是邻村', photos: [photo] }
  const path = county.at(`/rounds/${round.id}/objections`)
  const filed = await secretary.post(path, words)
  expect(filed.status, filed.text).toBe(201)
  expect((filed.body as Objection).photos.map(({ id, role }) => [id, role])).toEqual([[photo, 'evidence']])
  expect((await secretary.post(path, words)).body).toEqual(filed.body)
  const [seen] = ((await county.office.get(path)).body as { items: Objection[] }).items
  expect(seen?.photos.map(({ id }) => id)).toEqual([photo])
  const picture = county.at(`/photos/${photo}`)
  expect((await county.office.get(picture)).status).toBe(200)
  const neighbour = await county.member('village_secretary', villages[0])
  expect((await neighbour.get(picture)).status).toBe(404)

  const foreign = { subject: last(), text: '再来一次', photos: ['nothing'] }
  const refused = await secretary.post(path, foreign)
  expect(refused.status).toBe(422)
  expect((refused.body as { errors: { path: string }[] }).errors).toMatchObject([{ path: 'photos.0' }])
})
