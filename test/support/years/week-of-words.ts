import type { DemoVillage } from '../../../schema/demo/weeks.ts'
import { complaint } from '../../../schema/tables/county.ts'
import { changeBulletin } from '../../../worker/actions/bulletins/change-bulletin.ts'
import { composeBulletin } from '../../../worker/actions/bulletins/compose-bulletin.ts'
import { issueBulletin } from '../../../worker/actions/bulletins/issue-bulletin.ts'
import { putColumn } from '../../../worker/actions/columns/put-column.ts'
import { publishColumn, submitColumn } from '../../../worker/actions/columns/review.ts'
import { answerComplaint, declineComplaint } from '../../../worker/actions/complaints/answer-complaint.ts'
import { receiveComplaint } from '../../../worker/actions/complaints/receive-complaint.ts'
import { decideTask } from '../../../worker/actions/meetings/decisions.ts'
import { putMeeting } from '../../../worker/actions/meetings/meetings.ts'
import { changeTask } from '../../../worker/actions/meetings/tasks.ts'
import { putActivity } from '../../../worker/actions/outreach/activities.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { type At, day, dayAt, hour, type WeekSize } from './settled-week.ts'

/** What is said in a week: a bulletin each working day and one on the round, articles, letters, a meeting, a log. */
export async function weekOfWords(
  at: At,
  opensAt: number,
  villages: readonly DemoVillage[],
  size: WeekSize,
  round: string,
): Promise<void> {
  await bulletins(at, opensAt, round)
  for (const n of [0, 1]) await anArticle(at, opensAt + (30 + n) * hour, villages[n])
  for (let n = 0; n < size.complaints; n++) {
    const time = opensAt + (10 + n) * hour
    await anAnswer(at, time + 2 * hour, await aLetter(at, time, villages[n % villages.length], n), n)
  }
  await aMeeting(at, opensAt + 3 * day)
  for (let n = 0; n < size.walks; n++) {
    const time = opensAt + (5 + n) * hour
    const held = { kind: 'home_visit' as const, area: villages[n]?.id ?? '', day: dayAt(time), times: 4 }
    await putActivity(await at(time), newId(time), held)
  }
}

/** The round opens on a Friday evening: Monday is three days on. */
async function bulletins(at: At, opensAt: number, round: string) {
  for (let n = 3; n < 8; n++) {
    const time = opensAt + n * day
    await issued(at, time, { kind: 'daily' as const, from: dayAt(time - day), to: dayAt(time - day) })
  }
  const week = { from: dayAt(opensAt), to: dayAt(opensAt + 6 * day) }
  await issued(at, opensAt + 8 * day, { kind: 'weekly' as const, round, ...week })
}

async function issued(
  at: At,
  time: number,
  wanted: { kind: 'daily' | 'weekly'; from: string; to: string; round?: string },
) {
  const id = newId(time)
  const context = await at(time)
  await composeBulletin(context, { ...wanted, id, title: `${wanted.from}情况通报` })
  await changeBulletin(context, id, { version: 1, visibility: 'public' })
  await issueBulletin(context, id, 2)
}

/** An article of good practice, published. */
export async function anArticle(at: At, time: number, village: DemoVillage | undefined) {
  if (!village) return
  const id = newId(time)
  const office = await at(time)
  const { township } = village
  const scope = { kind: 'township' as const, id: township, township }
  const writer = { ...office, member: { id: 'writer', role: 'township_reporter' as const, scope } }
  const { article } = await putColumn(writer, id, {
    ...{ kind: 'practice', title: '积分兑换，环境靠大家管', text: '每周五打分，结果贴在村口。' },
    ...{ visibility: 'public', area: village.id, expiresOn: dayAt(time + 30 * day), photos: [] },
  })
  const { version } = await submitColumn(writer, id, article.version)
  await publishColumn(office, id, { version })
}

/** A complaint that waits. Gives its id. */
export async function aLetter(
  at: At,
  time: number,
  village: DemoVillage | undefined,
  n: number,
): Promise<string> {
  if (!village) return ''
  const context = await at(time)
  const sender = `${time}-${n}`
  await receiveComplaint(context, {
    form: { nonce: sender, issuedAt: time - hour, device: sender },
    complaint: {
      ...{ kind: 'complaint', category: null, location: '桥头', text: `渠里有秸秆 ${n}` },
      ...{ area: village.id, place: null, contact: null },
    },
    lies: { village: village.id, township: village.township, name: null },
    ...{ categoryName: null, photos: [], language: 'zh', doubtful: false },
    sender: { device: sender, address: sender, contact: null },
  })
  const [row] = await context.db.together(
    context.db.select(complaint, undefined, {
      pick: ['id'],
      orderBy: complaint.id,
      descending: true,
      limit: 1,
    }),
  )
  return row[0]?.id ?? ''
}

async function anAnswer(at: At, time: number, id: string, n: number) {
  const later = await at(time)
  if (n % 2 === 0) await declineComplaint(later, id, '不在本县境内')
  else await answerComplaint(later, id, newId(time), { text: '已清理，谢谢。', settles: true })
}

async function aMeeting(at: At, time: number) {
  const context = await at(time)
  const [id, decision] = [newId(time), newId(time)]
  await putMeeting(context, id, {
    ...{ kind: 'progress', title: '推进会', heldAt: new Date(time).toISOString(), venue: '三楼会议室' },
    ...{ agenda: ['通报上周排名'], speeches: [] },
    attendance: [{ body: 'drone-team', name: '无人机巡查组', present: true, heads: 1 }],
    decisions: [{ id: decision, text: '对主干道两侧再清理一遍' }],
  })
  await decideTask(context, id, decision, { lead: 'drone-team', dueOn: dayAt(time + 5 * day) })
  await changeTask(await at(time + 2 * day), decision, { state: 'done' })
}
