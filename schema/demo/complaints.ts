import { answerComplaint, declineComplaint } from '../../worker/actions/complaints/answer-complaint.ts'
import { receiveComplaint, type Sent } from '../../worker/actions/complaints/receive-complaint.ts'
import { setComplaintSetting } from '../../worker/actions/complaints/setting.ts'
import { joinIssue, raiseFromComplaint } from '../../worker/actions/complaints/take-up.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { selectComplaints } from '../../worker/data/complaints.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

type At = (time: number) => Promise<CountyContext>
const hour = 3_600_000

type Letter = {
  /** Hours ago. */
  ago: number
  village: number
  category: string | null
  kind?: 'suggestion'
  location: string
  text: string
  doubtful?: true
  /** What the office did with it. */
  fate?: (context: CountyContext, id: string, village: DemoVillage) => Promise<unknown>
}

const letters: readonly Letter[] = [
  {
    ...{ ago: 190, village: 3, category: 'route-ditch', location: '村口往东第二座桥' },
    text: '桥下水渠被秸秆和塑料袋堵住了，一下雨水就漫到路上，已经半个多月。',
    fate: (context, id, { id: area }) =>
      raiseFromComplaint(context, id, {
        ...{ id: 'demo-complaint-issue', category: 'route-ditch', area },
        ...{ text: '村口东侧第二座桥下水渠淤堵，雨天漫路', location: '村口往东第二座桥' },
      }),
  },
  {
    ...{ ago: 150, village: 3, category: 'route-ditch', location: '东边小桥' },
    text: '小桥那里的渠堵了，孩子上学要蹚水，请尽快清一清。',
    fate: (context, id) => joinIssue(context, id, 'demo-complaint-issue'),
  },
  {
    ...{ ago: 120, village: 8, category: null, kind: 'suggestion', location: '文化广场' },
    text: '广场晚上人多，建议多放两个垃圾桶，再装一盏灯。',
    fate: (context, id) =>
      answerComplaint(context, id, 'demo-complaint-answer', {
        ...{ text: '垃圾桶本周已增设两个；路灯已列入下月的维修计划。谢谢您的建议。', settles: true },
      }),
  },
  {
    ...{ ago: 96, village: 12, category: null, location: '河对岸的砂场' },
    text: '河对岸的砂场晚上施工，声音很大。',
    fate: (context, id) =>
      declineComplaint(context, id, '砂场在邻县境内，已转告对方主管部门，也请您向邻县反映。'),
  },
  {
    ...{ ago: 30, village: 5, category: 'waste-collection', location: '小学后门的垃圾箱' },
    text: '垃圾箱满了三天没有人来清，味道很大。',
  },
  {
    ...{ ago: 8, village: 20, category: 'disorder-dumping', location: '国道旁的岔路口' },
    text: '有人半夜往岔路口倒建筑垃圾，已经两车了。',
  },
  {
    ...{ ago: 5, village: 1, category: null, location: 'x', doubtful: true },
    text: '低价办证 低价办证 低价办证',
  },
]

/** The demo county's form, open to the public, and what has come in by it. */
export async function demoComplaints(at: At, villages: readonly DemoVillage[], now: number): Promise<void> {
  await setComplaintSetting(await at(now - 200 * hour), { open: true, hotline: null })
  for (const [n, letter] of letters.entries()) {
    const village = villages[letter.village % villages.length]
    if (village) await write(at, letter, n, village, now - letter.ago * hour)
  }
}

async function write(at: At, letter: Letter, n: number, village: DemoVillage, time: number): Promise<void> {
  const context = await at(time)
  const { kind = 'complaint', category, location, text, doubtful = false, fate } = letter
  const sent: Sent = {
    form: { nonce: `demo-${n}`, issuedAt: time, device: `demo-${n}` },
    complaint: { kind, category, location, text, area: village.id, place: null, contact: null },
    lies: { village: village.id, township: village.township, name: null },
    ...{ categoryName: null, photos: [], language: 'zh', doubtful },
    sender: { device: `demo-${n}`, address: 'demo', contact: null },
  }
  await receiveComplaint(context, sent)
  const [rows] = await context.db.together(selectComplaints(context.db, { township: village.township }, 50))
  const id = rows.find((row) => row.text === text)?.id
  const later = await at(time + 2 * hour)
  if (fate && id) await unlessDone(['conflict', 'id_taken'], () => fate(later, id, village))
}
