import type { ActivityKind, OutreachSums } from '../../../schema/api/outreach.ts'
import { measureOf } from './sums.ts'

/** How official papers put each kind, and what it is counted in. */
const words: Record<ActivityKind, { label: string; unit: string }> = {
  booth: { label: '设点宣传', unit: '场次' },
  brochure: { label: '发放宣传册', unit: '份' },
  household_meeting: { label: '召开户长会', unit: '场次' },
  home_visit: { label: '入户座谈', unit: '场次' },
  broadcast: { label: '广播宣传', unit: '次' },
  vehicle_round: { label: '宣传车巡回', unit: '趟' },
  banner: { label: '悬挂横幅、张贴标语', unit: '条' },
  message: { label: '发送微信、短信', unit: '条' },
  volunteer_cleanup: { label: '志愿清洁', unit: '场次' },
  door_to_door: { label: '上门动员', unit: '户次' },
}

export type Figure = { label: string; value: number; unit: string }

/** What was done and whom it reached, in the county's language, for bulletins; what there was none of is left out. */
export function outreachFigures(sums: readonly OutreachSums[]): Figure[] {
  const done = sums.map((sum) => ({ ...words[sum.kind], value: sum[measureOf[sum.kind]] }))
  const people = sums.reduce((all, sum) => all + sum.people, 0)
  const volunteers = sums.reduce((all, sum) => all + sum.volunteers, 0)
  const hours = Math.round(sums.reduce((all, sum) => all + sum.hours, 0) * 10) / 10
  return [
    ...done,
    { label: '受教育人数', value: people, unit: '人' },
    { label: '志愿者参加', value: volunteers, unit: '人次' },
    { label: '志愿服务', value: hours, unit: '小时' },
  ].filter(({ value }) => value > 0)
}

/** The figures as one sentence: 设点宣传6场次，发放宣传册2000份…… Empty where there is nothing to say. */
export function outreachSentence(figures: readonly Figure[]): string {
  if (figures.length === 0) return ''
  return `${figures.map(({ label, value, unit }) => `${label}${value}${unit}`).join('，')}。`
}
