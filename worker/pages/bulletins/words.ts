import type { BulletinKind } from '../../../schema/api/bulletins.ts'
import type { Language } from '../../problems/language.ts'

const zh = {
  title: '通报',
  lead: '县里和乡镇印发、向社会公开的通报。',
  kind: { daily: '日通报', weekly: '周通报', special: '专题通报' } satisfies Record<BulletinKind, string>,
  issued: (day: string) => `${day}印发`,
  none: '这里现在没有通报。',
  earlier: '更早的',
  back: '回到通报',
  feeds: '订阅：',
  gone: '这份通报已撤回',
  goneOn: (day: string) => `${day}撤回。`,
  reason: '撤回原因：',
}

export type BulletinWords = typeof zh

const en: BulletinWords = {
  title: 'Bulletins',
  lead: 'What the county and its townships have issued for everybody. The bulletins themselves are in Chinese.',
  kind: { daily: 'Daily', weekly: 'Weekly', special: 'Special' },
  issued: (day) => `Issued on ${day}`,
  none: 'There are no bulletins at present.',
  earlier: 'Earlier ones',
  back: 'Back to the bulletins',
  feeds: 'Feeds:',
  gone: 'This bulletin has been withdrawn',
  goneOn: (day) => `Withdrawn on ${day}.`,
  reason: 'The reason:',
}

/** What the bulletins' pages say, beside the words of every page. */
export const bulletinWords: Record<Language, BulletinWords> = { zh, en }

/** Bulletins are as the county wrote them, whatever the page's language. */
export const written = 'zh-CN'
