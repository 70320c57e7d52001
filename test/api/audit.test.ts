import { expect, test } from 'vitest'
import { aCounty } from '../support/county.ts'

type Entries = {
  items: { id: string; verb: string; target: string; actor: string }[]
  nextCursor: string | null
}

test('the office reads who did what, the newest first, page by page, and nobody below a leader does', async () => {
  const { office, at, member, townships } = await aCounty('620423')
  const parent = townships[0]?.id
  const names = ['甲村', '乙村', '丙村']
  const ids: string[] = []
  for (const name of names) {
    const added = await office.post(at('/areas'), { name, level: 'village', parent })
    ids.push((added.body as { id: string }).id)
  }
  const read = async (query: string) => (await office.get(at(`/audit?${query}`))).body as Entries
  const first = await read('limit=2')
  expect(first.items.map(({ target }) => target)).toEqual([ids[2], ids[1]])
  const second = await read(`limit=2&cursor=${first.nextCursor}`)
  expect(second.items[0]?.target).toBe(ids[0])
  expect(second.items[1]?.verb).toBe('areas.import')
  expect(second.items[1]?.actor).toBe('system')
  const one = await read(`target=${ids[1]}`)
  expect(one.items.map(({ verb }) => verb)).toEqual(['area.add'])

  const leader = await member('county_leader')
  expect((await leader.get(at('/audit'))).status).toBe(200)
  const reporter = await member('township_reporter', parent)
  expect((await reporter.get(at('/audit'))).status).toBe(403)
})
