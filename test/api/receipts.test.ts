import { beforeAll, describe, expect, test } from 'vitest'
import { receipt } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import { aBoard, roundsOf } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { Trips } from '../support/trips.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty('620423')
})

const aKey = () => ({ 'idempotency-key': newId() })
const team = () => ({ name: '志愿队', area: county.townships[0]?.id, members: 3 })

describe('an Idempotency-Key', () => {
  test('costs no trip before the answer: it is looked for and stored along with what is read and written', async () => {
    const trips = new Trips()
    const office = county.office.by(trips.asked)
    trips.taken()
    expect((await office.post(county.at('/teams'), team())).status).toBe(201)
    const bare = trips.taken()
    expect((await office.post(county.at('/teams'), team(), aKey())).status).toBe(201)
    const keyed = trips.taken()
    expect(keyed.map(({ to }) => to)).toEqual([...bare.map(({ to }) => to), 'shard'])
    expect(keyed.at(-1)?.statements).toEqual([expect.stringMatching(/^update "receipt"/)])
    const others = keyed.slice(0, -1).flatMap(({ statements }) => statements)
    expect(others.filter((sql) => /"receipt"/.test(sql))).toEqual([
      expect.stringMatching(/^select .* from "receipt"/),
      expect.stringMatching(/^insert into "receipt"/),
    ])
  })

  test('makes a repeat one look: nothing is done again, and the answer is the first', async () => {
    const key = aKey()
    const body = team()
    const first = await county.office.post(county.at('/teams'), body, key)
    await answered()
    const trips = new Trips()
    const again = await county.office.by(trips.asked).post(county.at('/teams'), body, key)
    expect([again.status, again.text]).toEqual([201, first.text])
    const made = trips.taken()
    expect(made.map(({ to }) => to)).toEqual(['CONTROL', 'shard'])
    expect(made[1]?.statements.filter((sql) => /^(insert|update|delete)/.test(sql))).toEqual([])
  })

  test('gives the first answer where its own effect would refuse the repeat', async () => {
    const board = await aBoard(county)
    const open = (key: { 'idempotency-key': string }) =>
      county.office.post(county.at(`/boards/${board.id}/rounds`), {}, key)
    const key = aKey()
    const first = await open(key)
    expect(first.status, first.text).toBe(201)
    const again = await open(key)
    expect([again.status, again.body]).toEqual([201, first.body])
    expect((await open(aKey())).status).toBe(409)
    expect(await roundsOf(county, board)).toHaveLength(1)
  })

  test('gives all that come at once the one answer, as soon as it is kept', async () => {
    const key = aKey()
    const body = team()
    const sent = await Promise.all([1, 2, 3, 4].map(() => county.office.post(county.at('/teams'), body, key)))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1)
  })

  test('of another request is refused before that is carried out', async () => {
    const key = aKey()
    expect((await county.office.post(county.at('/teams'), team(), key)).status).toBe(201)
    const before = await county.db.count(receipt)
    const other = await county.office.post(county.at('/units'), { name: '别组', kind: 'group' }, key)
    expect(other.body).toMatchObject({ status: 409, type: '/problems/key-reused' })
    const units = await county.office.get(county.at('/units?limit=500'))
    expect(units.text).not.toContain('别组')
    expect(await county.db.count(receipt)).toBe(before)
  })

  test('keeps a repeated reset from killing the invitation that the first has shown', async () => {
    const wanted = { name: '周', login: 'invited-once', role: 'county_leader' }
    const invited = await county.office.post(county.at('/members'), wanted)
    const { member } = invited.body as { member: { id: string } }
    const key = aKey()
    const reset = () => county.office.post(county.at(`/members/${member.id}/reset`), undefined, key)
    const { activation } = (await reset()).body as { activation: { token: string } }
    expect((await reset()).body).toMatchObject({ type: '/problems/answer-lost' })
    const shown = await new Client().post('/activations/preview', { token: activation.token })
    expect(shown.status, shown.text).toBe(200)
  })
})

/** What was left to be done after the answers so far is done. */
async function answered(): Promise<void> {
  await expect
    .poll(async () => (await county.db.find(receipt)).filter(({ status }) => status === null))
    .toEqual([])
}
