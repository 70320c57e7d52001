import type { FieldCode, PlaceFlag } from '../../schema/api/field.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { TestCounty } from '../support/county.ts'

/** What a county's field work has one of, each text carrying the canary. */
export type FieldFixture = {
  grid: string
  point: string
  code: string
  flag: string
}

/** A grid with a point and a patrol of it, a code for the village, and a patrol sent by a phone whose clock is wrong. */
export async function someFieldWork(
  { office, at }: TestCounty,
  canary: string,
  village: string,
): Promise<FieldFixture> {
  const made = async (sent: Promise<{ status: number; text: string; body: unknown }>): Promise<unknown> => {
    const answer = await sent
    if (answer.status >= 300) throw new Error(answer.text)
    return answer.body
  }
  const grid = { name: `${canary}网格`, level: 'grid', parent: village }
  const { id } = (await made(office.post(at('/areas'), grid))) as { id: string }
  const point = newId()
  const points = [{ id: point, name: `${canary}垃圾箱`, place: { lat: 35.1, lng: 107.1 } }]
  await made(office.put(at(`/grids/${id}/points`), { points, seen: [] }))
  const codes = await made(office.post(at('/field-codes'), { areas: [village] }))
  const [code] = (codes as { items: FieldCode[] }).items
  const walk = { grid: id, startedAt: '2026-11-20T01:00:00Z', endedAt: '2026-11-20T02:00:00Z' }
  const patrol = { ...walk, points: [{ point, good: false }], note: `${canary}巡查` }
  await made(office.put(at(`/patrols/${newId()}`), patrol, { 'x-device-time': '2026-01-01T00:00:00Z' }))
  await made(office.put(at(`/issues/${newId()}`), await atAPlace(office, at, village, canary)))
  const flags = await made(office.get(at('/place-flags')))
  const [flag] = (flags as { items: PlaceFlag[] }).items
  return { grid: id, point, code: code?.code ?? '', flag: flag?.id ?? '' }
}

/** An issue whose place is known, from which the next ones' are judged. */
async function atAPlace(office: TestCounty['office'], at: TestCounty['at'], area: string, canary: string) {
  const answer = await office.get(at('/issue-categories'))
  const [category] = (answer.body as { items: { id: string }[] }).items
  return {
    ...{ category: category?.id, area, source: 'inspection', text: `${canary}堆物` },
    ...{ place: { lat: 35.1, lng: 107.1, accuracy: 12 }, foundAt: '2026-11-20T01:00:00Z' },
  }
}
