import { eq } from 'drizzle-orm'
import { columnRule, setColumnRule } from '../../worker/actions/columns/column-rule.ts'
import { putColumn } from '../../worker/actions/columns/put-column.ts'
import { publishColumn, submitColumn } from '../../worker/actions/columns/review.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { dueOn } from '../../worker/domain/consequences/due-on.ts'
import type { NewColumn } from '../api/columns.ts'
import { issue } from '../tables/county.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

type At = (time: number) => Promise<CountyContext>
/** How far an article of the demo has come. */
type Story = Pick<NewColumn, 'kind' | 'title' | 'text' | 'visibility'> & {
  id: string
  /** Hours before now. */
  ago: number
  upTo: 'draft' | 'in_review' | 'published'
}

const hour = 3_600_000

const practices: readonly Story[] = [
  {
    ...{ id: 'demo-practice-points', kind: 'practice', visibility: 'public', ago: 120, upTo: 'published' },
    title: '“门前三包”积分兑换，环境靠大家管',
    text: '每周五由村民小组按“扫干净、码整齐、绿起来”三项打分，结果贴在村口。\n积分可以在村里的小超市兑换生活用品，也可以捐给村里的公共绿化。\n三个月来，门前乱堆乱放的户数少了一大半，保洁员也有时间去清理河沟。',
  },
  {
    ...{ id: 'demo-practice-ditch', kind: 'practice', visibility: 'public', ago: 60, upTo: 'published' },
    title: '沟渠分段挂牌，谁家门前谁先看见',
    text: '把灌溉渠按村民小组分成九段，每段挂一块牌子，写明清理的日子和联系的组。\n发现堵塞先由本段处理，处理不了的当天报到村里，由镇上调车。',
  },
  {
    ...{ id: 'demo-practice-review', kind: 'practice', visibility: 'members', ago: 20, upTo: 'in_review' },
    title: '闲置院落改成小菜园',
    text: '六处长期闲置的院落清掉了杂草和旧料，由村里统一平整，分给附近愿意种的人。',
  },
  {
    ...{ id: 'demo-practice-draft', kind: 'practice', visibility: 'members', ago: 6, upTo: 'draft' },
    title: '垃圾收集点改到村口以后',
    text: '先记几点：车好进，味道小，晚上有灯。数字等周五的检查出来再补。',
  },
]

const exposure: Story = {
  ...{ id: 'demo-exposure', kind: 'exposure', visibility: 'public', ago: 30, upTo: 'published' },
  title: '这一处还没有清，请抓紧整改',
  text: '检查中发现的问题仍未整改到位，现予曝光，请责任单位按期完成。\n整改核验后，本栏会放上整改后的情况。',
}

/** The demo county's columns, open to the public: good practice in every state, and an exposure of an open issue. */
export async function demoColumns(at: At, villages: readonly DemoVillage[], now: number): Promise<void> {
  const office = await at(now - 121 * hour)
  const rule = await columnRule(office.db)
  if (!rule.public) await setColumnRule(office, { ...rule, public: true })
  for (const [n, story] of practices.entries()) {
    const village = villages[n * 3]
    if (village) await tell(at, now, story, { area: village.id, township: village.township })
  }
  const open = await office.db.first(issue, eq(issue.settled, false), { orderBy: issue.no })
  if (!open?.township) return
  await tell(at, now, exposure, { area: open.area, township: open.township, issue: open.id })
}

type Place = { area: string; township: string; issue?: string }

/** Written in the township and reviewed by the office. */
async function tell(at: At, now: number, story: Story, { area, township, issue: about }: Place) {
  const { id, ago, upTo, ...words } = story
  const office = await at(now - ago * hour)
  const writer: CountyContext = {
    ...office,
    member: {
      ...{ id: 'demo-writer', role: 'township_reporter' },
      scope: { kind: 'township', id: township, township },
    },
  }
  const expiresOn = dueOn(new Date(now), 30)
  const body: NewColumn = { ...words, area, expiresOn, photos: [], ...(about && { issue: about }) }
  await unlessDone(['id_taken', 'column_moved_on'], async () => {
    const { article } = await putColumn(writer, id, body)
    if (upTo === 'draft') return
    const { version } = await submitColumn(writer, id, article.version)
    if (upTo === 'published') await publishColumn(office, id, { version })
  })
}
