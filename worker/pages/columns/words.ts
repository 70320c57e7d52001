import type { ColumnKind } from '../../../schema/api/columns.ts'
import type { Language } from '../../problems/language.ts'

const zh = {
  title: '专栏',
  lead: '经验做法和曝光台：写的是地方和事情，不写个人。',
  filter: '按专栏看',
  all: '全部',
  kind: { practice: '经验做法', exposure: '曝光台' } satisfies Record<ColumnKind, string>,
  icon: { practice: '✓', exposure: '!' } satisfies Record<ColumnKind, string>,
  rectified: '已整改',
  rectifiedOn: (day: string) => `${day}核验销号，整改前后的照片再展示几天`,
  published: (day: string) => `${day}发布`,
  until: (day: string) => `展示到${day}`,
  none: '这里现在没有稿件。',
  earlier: '更早的',
  newest: '回到最新的',
  back: '回到专栏',
  before: '整改前',
  after: '整改后',
  picture: (n: number) => `照片 ${n}`,
  gone: '这篇已不再展示',
  goneText: '这篇稿件已经到期或者撤下。',
}

export type ColumnWords = typeof zh

const en: ColumnWords = {
  title: 'Columns',
  lead: 'Good practice and exposure: about places and what was done, never about persons.',
  filter: 'By column',
  all: 'All',
  kind: { practice: 'Good practice', exposure: 'Exposure' },
  icon: { practice: '✓', exposure: '!' },
  rectified: 'Rectified',
  rectifiedOn: (day) => `Verified and closed on ${day}; shown before and after for a few days more`,
  published: (day) => `Published on ${day}`,
  until: (day) => `shown until ${day}`,
  none: 'There is nothing here at present.',
  earlier: 'Earlier ones',
  newest: 'Back to the newest',
  back: 'Back to the columns',
  before: 'Before',
  after: 'After',
  picture: (n) => `Photo ${n}`,
  gone: 'No longer shown',
  goneText: 'This article has run out or has been withdrawn.',
}

/** What the columns' pages say, beside the words of every page. */
export const columnWords: Record<Language, ColumnWords> = { zh, en }
