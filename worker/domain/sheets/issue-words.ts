import type { IssueSource } from '../../../schema/api/issues.ts'
import { type Cell, compact } from './cell.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { readDate } from './read-date.ts'

/** By when a row is to be done: a day, so many days after it was found, or as the category says. Null: not understood. */
export type Due = { on: string } | { days: number } | 'as_usual' | null

const usual = /^(?:长期|长期坚持|持续|持续整改|常态化|按时限|\/|-|—|无)$/u
const atOnce = /^(?:立行立改|立即整改|立即|当天|当日|即知即改|马上|即时)$/u

/** 2026年3月6日前, 3月6日前 (of `year`), 3日内, 三个工作日, 立行立改, 长期坚持. */
export function readDue(cell: Cell | undefined, year: string): Due {
  const text = compact(cell)
  if (text === '' || usual.test(text)) return 'as_usual'
  if (atOnce.test(text)) return { days: 0 }
  const bare = text.replace(/(?:之?前|以前|底前|完成|止)+$/u, '')
  const day = readDate(/^\d{1,2}月\d{1,2}[日号]$/u.test(bare) ? `${year}年${bare}` : bare)
  if (day && day !== 'missing') return { on: day }
  const many =
    /^(?:限)?(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个)?(?:工作)?(?:日|天)(?:之?内|以内)?/u.exec(text)?.[1]
  if (many) return { days: /\d/.test(many) ? Number(many) : (chineseNumeral(many) ?? 0) }
  const hours = /^(\d{1,3})(?:个)?小时(?:之?内|以内)?/u.exec(text)?.[1]
  return hours ? { days: Math.floor(Number(hours) / 24) } : null
}

const done =
  /^(?:已|已经|全部|均已|基本)?(?:销号|完成|整改|整改完成|整改到位|完成整改|办结|清理|解决)(?:完成|到位|完毕|销号|。)*$/u
const undone = /未|没有|正在|尚|中$|推进|部分|不/u

/** Whether the words of 完成情况 say that it is done: only where they say just that. */
export function saysDone(cell: Cell | undefined): boolean {
  const text = compact(cell).replace(/[。.!！]+$/u, '')
  if (/^(?:是|√|✓|y|yes|100%|1)$/iu.test(text)) return true
  return !undone.test(text) && done.test(text)
}

const sources: readonly (readonly [RegExp, IssueSource])[] = [
  [/无人机|航拍/u, 'drone'],
  [/群众|投诉|信访|热线|12345/u, 'complaint'],
  [/自查|自检/u, 'self_check'],
  [/推进会|调度会|会议/u, 'meeting'],
  [/一线|走访|领导/u, 'field_visit'],
  [/上级|反馈|省|市|中央|暗访|测评|督办|交办/u, 'superior'],
  [/督查|督导|检查|巡查|县/u, 'inspection'],
]

/** What a cell under 来源 says about where a problem comes from. */
export function sourceNamed(text: string): IssueSource | undefined {
  return sources.find(([words]) => words.test(text))?.[1]
}

/** What a sheet's title says: a county's own name holds 县 and often 市, so only plain words count. */
export function sourceTitled(title: string): IssueSource | undefined {
  if (/反馈|上级|中央|省级|省直|市级|市直|暗访|督办/u.test(title)) return 'superior'
  if (/无人机|航拍/u.test(title)) return 'drone'
  return /自查/u.test(title) ? 'self_check' : undefined
}
