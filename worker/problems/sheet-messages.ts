import type { ComplaintParams } from '../domain/sheets/cell.ts'
import type { ReportRowErrorCode, ReportWarningCode } from '../domain/sheets/report-types.ts'
import type { Language } from './language.ts'
import { fill } from './problem.ts'

/** What is wrong with one row of a report's sheet. */
export const sheetRowMessages: Record<ReportRowErrorCode, Record<Language, string>> = {
  unknown: { zh: '没有叫“{name}”的参评对象', en: 'Nothing on the roster is called “{name}”' },
  ambiguous: {
    zh: '有不止一个“{name}”，请选定是哪一个',
    en: 'More than one is called “{name}”: choose which',
  },
  outside_scope: { zh: '“{name}”不属于报送的乡镇', en: '“{name}” is not in the reporting township' },
  wrong_township: {
    zh: '“{name}”属于{township}，与表中写的乡镇不符',
    en: '“{name}” lies in {township}, not in the township beside it',
  },
  not_a_number: { zh: '“{text}”不是数', en: '“{text}” is not a number' },
  percent: { zh: '“{text}”是百分数，请写成分数', en: '“{text}” is a percentage: write the score itself' },
  formula_error: { zh: '公式出错：{text}', en: 'The formula failed: {text}' },
  not_whole: { zh: '“{text}”应是整数', en: '“{text}” must be a whole number' },
  below_one: { zh: '“{text}”：名次从 1 开始', en: '“{text}”: ranks begin at 1' },
  negative: { zh: '“{text}”不能小于 0', en: '“{text}” must not be below 0' },
  not_positive: { zh: '“{text}”应大于 0', en: '“{text}” must be above 0' },
  name_missing: { zh: '这一行有数值，但没有名称', en: 'This row has a value but no name' },
  unknown_subject: { zh: '选定的对象不在参评名单里', en: 'The subject chosen is not on the roster' },
  duplicate: { zh: '第 {rows} 行是同一个对象', en: 'Rows {rows} are the same subject' },
  above_count: {
    zh: '名次 {value} 超过参评总数 {most}',
    en: 'Rank {value} is above the number compared, {most}',
  },
  exposure_missing: { zh: '缺少覆盖量（户数或面积）', en: 'The exposure (households or area) is missing' },
}

/** What is unusual in a sheet but accepted. */
export const sheetWarningMessages: Record<ReportWarningCode, Record<Language, string>> = {
  rank_repeated: { zh: '名次 {rank} 有并列：{names}', en: 'Rank {rank} is shared by {names}' },
  rank_skipped: { zh: '缺少名次 {ranks}', en: 'Ranks left out: {ranks}' },
  ranks_from_order: {
    zh: '表中没有名次一列，按行的先后作为名次',
    en: 'There is no column of ranks: the order of the rows was taken',
  },
  value_missing: { zh: '{count} 个对象没有填数值：{names}', en: '{count} have no value: {names}' },
  subjects_missing: { zh: '{count} 个对象不在表中：{names}', en: '{count} are not in the sheet: {names}' },
  columns_repeated: {
    zh: '有几列表头相同，只用了第一列',
    en: 'Several columns have this heading: the first was used',
  },
  hidden_sheets_ignored: { zh: '隐藏的工作表没有读取', en: 'Hidden sheets were not read' },
  other_sheets_ignored: { zh: '只读取了其中一张工作表', en: 'Only one of the sheets was read' },
}

/** Fills a complaint's text; lists stand with commas between. */
export function worded(text: string, params: ComplaintParams): string {
  const flat = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' || typeof value === 'number' ? value : value.join('、'),
  ])
  return fill(text, Object.fromEntries(flat))
}
