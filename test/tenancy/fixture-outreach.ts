import { newId } from '../../worker/data/new-id.ts'
import type { TestCounty } from '../support/county.ts'

/** One of everything that mobilisation and meetings leave, each text carrying the canary. */
export type OutreachFixture = {
  activity: string
  team: string
  meeting: string
  /** One that is only decided, and one that became a task. */
  decision: string
  task: string
}

export async function someOutreach(
  { office, at }: TestCounty,
  canary: string,
  places: { township: string; unit: string },
): Promise<OutreachFixture> {
  const send = async (method: 'post' | 'put', path: string, body: unknown): Promise<string> => {
    const answer = await office[method](at(path), body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return (answer.body as { id: string }).id
  }
  const { township, unit } = places
  const team = await send('post', '/teams', { name: `${canary}志愿队`, area: township, members: 20 })
  const activity = await send('put', `/activities/${newId()}`, {
    ...{ kind: 'volunteer_cleanup', area: township, day: '2026-03-06', team, note: `${canary}大扫除` },
  })
  const [decision, task] = [newId(), newId()]
  const meeting = await send('put', `/meetings/${newId()}`, {
    ...{
      kind: 'progress',
      title: `${canary}推进会`,
      heldAt: '2026-03-06T01:00:00.000Z',
      venue: `${canary}会议室`,
    },
    attendance: [{ body: unit, name: `${canary}组`, present: true, heads: 1 }],
    speeches: [{ speaker: `${canary}主持人`, text: `${canary}讲话` }],
    decisions: [decision, task].map((id) => ({ id, text: `${canary}议定` })),
  })
  await send('put', `/meetings/${meeting}/decisions/${task}/task`, { lead: unit, dueOn: '2099-01-01' })
  return { activity, team, meeting, decision, task }
}
