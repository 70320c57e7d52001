import { eq } from 'drizzle-orm'
import type { CountyContext } from '../../worker/actions/context.ts'
import { decideTask } from '../../worker/actions/meetings/decisions.ts'
import { putMeeting } from '../../worker/actions/meetings/meetings.ts'
import { putActivity } from '../../worker/actions/outreach/activities.ts'
import { addTeam } from '../../worker/actions/outreach/teams.ts'
import { dayOf, dueOn } from '../../worker/domain/consequences/due-on.ts'
import type { ActivityKind, NewActivity } from '../api/outreach.ts'
import { area } from '../tables/county.ts'
import { chance } from './chance.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

type At = (time: number) => Promise<CountyContext>
const day = 86_400_000
const entries = 36
const people = [0, 0, 30, 60, 120]

/** How much of each kind an entry of the demo's log counts, at least and at most. */
const ranges: [ActivityKind, keyof Pick<NewActivity, 'times' | 'items'>, number, number][] = [
  ['booth', 'times', 1, 3],
  ['brochure', 'items', 50, 300],
  ['household_meeting', 'times', 1, 12],
  ['home_visit', 'times', 5, 60],
  ['broadcast', 'times', 2, 14],
  ['vehicle_round', 'times', 1, 6],
  ['message', 'items', 20, 200],
  ['volunteer_cleanup', 'times', 1, 2],
]

/** Four weeks of the demo county's mobilisation log, two teams of volunteers and two meetings. */
export async function demoOutreach(at: At, villages: readonly DemoVillage[], now: number, seed: number) {
  const luck = chance(seed + 6)
  const first = await at(now - 29 * day)
  const townships = [...new Set(villages.map(({ township }) => township))].sort()
  const teams = ['党员志愿服务队', '青年志愿服务队'].map((name, n) => ({ id: `demo-team-${n}`, name }))
  for (const [n, { id, name }] of teams.entries()) {
    const team = { id, name, area: townships[n] ?? '', members: 45 - 17 * n }
    await unlessDone(['id_taken'], () => addTeam(first, team))
  }
  for (let n = 0; n < entries; n++) {
    const [kind, key, least, most] = ranges[n % ranges.length] ?? ['booth', 'times', 1, 1]
    const village = villages[Math.floor(luck.uniform() * villages.length)]
    const count = least + Math.floor(luck.uniform() * (most - least + 1))
    const reached = people[Math.floor(luck.uniform() * people.length)] ?? 0
    if (!village) continue
    const held = now - Math.round((28 * (entries - n)) / entries) * day
    const cleanup = kind === 'volunteer_cleanup'
    const team = teams[n % 2]
    const body: NewActivity = {
      ...{ kind, area: cleanup ? (townships[n % 2] ?? village.id) : village.id, day: dayOf(new Date(held)) },
      ...{ [key]: count, people: cleanup ? 0 : reached },
      ...(cleanup && team ? { team: team.id, hours: 2 } : {}),
    }
    await unlessDone(['id_taken'], async () => putActivity(await at(held), `demo-activity-${n}`, body))
  }
  await meetings(at, now)
}

async function meetings(at: At, now: number) {
  const held = now - 9 * day
  const context = await at(held)
  const named = await context.db.find(area, eq(area.level, 'township'), { orderBy: area.id })
  const id = 'demo-meeting'
  const heldAt = new Date(held).toISOString()
  await unlessDone(['id_taken', 'decision_taken'], async () => {
    await putMeeting(context, id, {
      ...{ kind: 'progress', title: '农村人居环境整治第三次推进会', heldAt, venue: '县政务中心三楼会议室' },
      agenda: ['通报上周三色排名', '红色村表态发言', '安排下一步工作'],
      attendance: [
        { body: 'demo-department', name: '住房和城乡建设局', present: true, heads: 2 },
        ...named.map((one, n) => ({
          ...{ body: one.id, name: one.name, present: n !== 2, heads: n === 2 ? 0 : 1 },
        })),
      ],
      speeches: [{ speaker: '主持人', text: '对照通报逐条整改，路边、河边、屋边不留死角，周五前见成效。' }],
      decisions: [
        { id: 'demo-decision-0', text: '对全县主干道两侧垃圾再清理一遍' },
        { id: 'demo-decision-1', text: '补齐村级垃圾收集点标识' },
        { id: 'demo-decision-2', text: '每周五下午集中开展志愿清洁' },
      ],
    })
    await decideTask(context, id, 'demo-decision-0', {
      ...{ lead: 'demo-department', dueOn: dueOn(new Date(now), 5) },
    })
  })
}
