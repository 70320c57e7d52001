import { beforeAll, expect, test } from 'vitest'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let campaign: string
beforeAll(async () => {
  jingtai = await aCounty('620423')
  const { office, at } = jingtai
  const added = await office.post(at('/campaigns'), {
    name: '四抓四促',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  })
  expect(added.status).toBe(201)
  campaign = (added.body as { id: string }).id
})

const friday = { every: 'week', closesOn: 'friday', closesAt: '18:00' }
const threeColour = (more = {}) => ({
  ...{ campaign, name: '三色榜', subject: 'village', cadence: friday, policy: threeColourTemplate },
  ...more,
})

test('the office sets up the three-colour board of its villages and finds it again', async () => {
  const { office, at } = jingtai
  const added = await office.post(at('/boards'), threeColour())
  expect(added.status).toBe(201)
  const board = added.body as { id: string }
  expect(board).toMatchObject({ owner: '620423', visibility: 'members', active: true })
  expect(board).not.toHaveProperty('warnings')
  const shown = await office.get(at(`/boards/${board.id}`))
  expect(shown.body).toEqual(added.body)
  const list = await office.get(at('/boards'))
  expect(list.body).toMatchObject({ items: [{ id: board.id }], nextCursor: null })
  const campaigns = await office.get(at('/campaigns'))
  expect(campaigns.body).toMatchObject({ items: [{ id: campaign, name: '四抓四促' }] })
})
