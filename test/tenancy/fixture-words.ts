import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { TestCounty } from '../support/county.ts'

type Places = { township: string; village: string; unit: string; published: string }

/**
 * The canary wherever else people type: reasons, notes, days, names of campaigns, a bulletin that has been issued with
 * word of it to a webhook, and an answer kept for its Idempotency-Key.
 */
export async function someWords(county: TestCounty, canary: string, places: Places): Promise<void> {
  const { office, at } = county
  const send = async (
    method: 'post' | 'put' | 'patch',
    path: string,
    body: unknown,
    headers = {},
  ): Promise<unknown> => {
    const answer = await office[method](at(path), body, headers)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return answer.body
  }
  const { township, village, unit, published } = places
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
  await send('post', '/campaigns', { name: `${canary}行动`, ...year })
  await send('put', '/calendar/days/2026-12-30', { kind: 'holiday', name: `${canary}日` })
  const visit = newId()
  await send('post', '/visits', {
    id: visit,
    purpose: 'blind',
    subject: village,
    unit,
    dueOn: '2026-12-02',
  })
  await send('patch', `/visits/${visit}`, { state: 'cancelled', reason: `${canary}封路` })
  const amendments = [{ source: 'township', subject: village, value: 2 }]
  await send('post', `/rounds/${published}/revisions`, { reason: `${canary}更正`, amendments })
  const days = { from: '2026-03-09', to: '2026-03-15' }
  const draft = (await send('post', '/bulletins', { kind: 'special', ...days })) as BulletinDetail
  const title = { version: 1, title: `${canary}公报` }
  await send('patch', `/bulletins/${draft.id}`, title)
  await send('put', `/bulletins/${draft.id}/issue`, { version: 2 })
  const team = { name: `${canary}第二队`, area: township, members: 2 }
  await send('post', '/teams', team, { 'idempotency-key': newId() })
}
