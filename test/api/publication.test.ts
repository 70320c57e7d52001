import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { history, revision, revisionInput } from '../../schema/tables/county.ts'
import { aBoard, anOpenRound, auditOf, inOrder, sends, standingsOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import {
  aClosedWeek,
  aPublishedWeek,
  closes,
  consequencesOf,
  publishes,
  ranksAlone,
} from '../support/friday.ts'

let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
})

test('a round is published once, and only after it has closed', async () => {
  const board = await aBoard(jingtai, { policy: ranksAlone })
  const round = await anOpenRound(jingtai, board)
  const early = await publishes(jingtai, round)
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/round-open' })
  for (const { id } of jingtai.townships)
    await sends(jingtai, jingtai.office, round, 'township', id, inOrder(jingtai, id))
  await closes(jingtai, round)
  const published = await publishes(jingtai, round)
  expect(published.status, published.text).toBe(200)
  expect(published.body).toMatchObject({ id: round.id, state: 'published', revision: 1 })
  const again = await publishes(jingtai, round)
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ type: '/problems/round-published' })
  const { state, revision: no, sha256 } = await standingsOf(jingtai, jingtai.office, round)
  expect({ state, no }).toEqual({ state: 'published', no: 1 })
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await auditOf(jingtai, round.id)).toContain('round.publish')
})

test('of two publications at once one wins and the other is told', async () => {
  const board = await aBoard(jingtai, { policy: ranksAlone })
  const round = await aClosedWeek(jingtai, board)
  const answers = await Promise.all([publishes(jingtai, round), publishes(jingtai, round)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { db } = jingtai
  expect(await db.find(revision, eq(revision.round, round.id), { pick: ['no'] })).toEqual([{ no: 1 }])
  const actions = await consequencesOf(jingtai, jingtai.office, `round=${round.id}`)
  const keys = actions.map(({ kind, subjects }) => `${kind} ${subjects}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect((await auditOf(jingtai, round.id)).filter((verb) => verb === 'round.publish')).toHaveLength(1)
})

test('a required source that lacks villages holds a publication up until the office says why not', async () => {
  const board = await aBoard(jingtai, { policy: ranksAlone })
  const round = await anOpenRound(jingtai, board)
  const [silent, ...others] = jingtai.townships.map(({ id }) => id)
  for (const id of others) await sends(jingtai, jingtai.office, round, 'township', id, inOrder(jingtai, id))
  await closes(jingtai, round)

  const blocked = await publishes(jingtai, round)
  expect(blocked.status).toBe(409)
  const villages = jingtai.villagesOf(silent ?? '').map(({ id }) => id)
  expect(blocked.body).toMatchObject({
    type: '/problems/publication-blocked',
    missing: [{ source: 'township', subjects: villages }],
    objections: [],
  })
  const waived = await publishes(jingtai, round, { waive: '该镇停电三天' })
  expect(waived.status, waived.text).toBe(200)
  const kept = await jingtai.db.first(revision, eq(revision.round, round.id))
  expect(kept?.reason).toBe('该镇停电三天')
  const { unranked } = await standingsOf(jingtai, jingtai.office, round)
  expect(unranked.map(({ subject }) => subject).sort()).toEqual(villages.sort())
})

test('only the office of the county publishes, and a township its own board', async () => {
  const [own, other] = jingtai.townships.map(({ id }) => id)
  const board = await aBoard(jingtai, { policy: ranksAlone, owner: own ?? '' })
  const round = await aClosedWeek(jingtai, board)
  const path = jingtai.at(`/rounds/${round.id}/publication`)
  const stranger = await jingtai.member('township_leader', other)
  expect((await stranger.put(path, {})).status).toBe(403)
  const reporter = await jingtai.member('township_reporter', own)
  expect((await reporter.put(path, {})).status).toBe(403)
  const leader = await jingtai.member('township_leader', own)
  const published = await leader.put(path)
  expect(published.status, published.text).toBe(200)
})

test('two red weeks running bring the township’s leaders in, as they were on the day', async () => {
  const { office, at, villagesOf, townships } = jingtai
  const [township] = townships.map(({ id }) => id)
  const board = await aBoard(jingtai, { policy: ranksAlone, owner: township ?? '' })
  const [last, beforeLast] = villagesOf(township ?? '')
    .map(({ id }) => id)
    .reverse()
  const holds = async (
    area: string | undefined,
    post: string,
    holder: string,
    startsOn: string,
    endsOn?: string,
  ) => {
    const added = await office.post(at('/posts'), {
      area,
      post,
      holder,
      startsOn,
      ...(endsOn ? { endsOn } : {}),
    })
    expect(added.status, added.text).toBe(201)
    return (added.body as { id: string }).id
  }
  await holds(last, 'village_head', '前任甲', '2020-01-01', '2024-12-31')
  await holds(last, 'village_head', '现任乙', '2025-01-01')
  const deputy = await holds(township, 'deputy_lead', '分管丙', '2025-01-01')

  const first = await aPublishedWeek(jingtai, board)
  const afterOne = await consequencesOf(jingtai, office, `round=${first.id}&kind=interview`)
  expect(afterOne.map(({ subjects }) => subjects).sort()).toEqual([[beforeLast], [last]].sort())
  expect(afterOne.find(({ subjects }) => subjects[0] === last)).toMatchObject({
    ...{ state: 'proposed', band: 'red', township, roundNo: first.no, record: null },
    posts: [
      { post: 'village_lead', area: last, holder: null },
      { post: 'village_head', area: last, holder: '现任乙' },
    ],
  })

  const second = await aPublishedWeek(jingtai, board)
  const afterTwo = await consequencesOf(jingtai, office, `round=${second.id}&kind=interview`)
  const grouped = afterTwo.filter(({ posts }) => posts.some(({ post }) => post === 'top_lead'))
  expect(grouped).toHaveLength(1)
  expect(grouped[0]).toMatchObject({
    subjects: [beforeLast, last],
    posts: [
      { post: 'deputy_lead', area: township, holder: '分管丙' },
      { post: 'top_lead', area: township, holder: null },
    ],
  })
  expect(afterTwo).toHaveLength(3)

  await office.patch(at(`/posts/${deputy}`), { holder: '改名丁' })
  const [later] = (await consequencesOf(jingtai, office, `round=${second.id}&kind=interview`)).filter(
    ({ id }) => id === grouped[0]?.id,
  )
  expect(later?.posts[0]?.holder).toBe('分管丙')

  const [frozen] = await jingtai.db.find(revisionInput, eq(revisionInput.round, second.id))
  const hashed = JSON.stringify(frozen)
  for (const name of ['现任乙', '分管丙', '改名丁']) expect(hashed).not.toContain(name)
})

test('an action falls due in days counted in Shanghai', async () => {
  const [township] = jingtai.townships.map(({ id }) => id)
  const board = await aBoard(jingtai, { policy: ranksAlone, owner: township ?? '' })
  const round = await aPublishedWeek(jingtai, board)
  const [interview] = await consequencesOf(jingtai, jingtai.office, `round=${round.id}&kind=interview`)
  const day = new Date(Date.parse(round.publishedAt ?? '') + (8 + 3 * 24) * 3_600_000)
  expect(interview?.dueOn).toBe(day.toISOString().slice(0, 10))
})

test('a round published after the next one lengthens the streaks of that one by a revision', async () => {
  const [, township] = jingtai.townships.map(({ id }) => id)
  const board = await aBoard(jingtai, { policy: ranksAlone, owner: township ?? '' })
  const first = await aClosedWeek(jingtai, board)
  const second = await aPublishedWeek(jingtai, board)
  const before = await standingsOf(jingtai, jingtai.office, second)
  expect(new Set(before.standings.map(({ streak }) => streak))).toEqual(new Set([1]))
  expect((await publishes(jingtai, first)).status).toBe(200)
  const after = await standingsOf(jingtai, jingtai.office, second)
  expect(after.revision).toBe(2)
  expect(new Set(after.standings.map(({ streak }) => streak))).toEqual(new Set([2]))
  const past = await jingtai.db.find(history, eq(history.board, board.id), { orderBy: history.no })
  expect(past.map(({ round }) => round)).toEqual([first.id, second.id])
})
