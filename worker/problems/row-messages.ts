import type { RowProblemCode, RowWarning } from '../domain/ranking/report.ts'
import type { Language } from './language.ts'

/** What is wrong with one entry of a report. `{name}`, `{row}` and `{limit}` are filled in. */
export const rowMessages: Record<RowProblemCode | 'reported_elsewhere', Record<Language, string>> = {
  unknown_subject: {
    zh: '{name} 不在本期的参评名单里',
    en: '{name} is not on the roster of this round',
  },
  outside_township: { zh: '{name}不属于报送的乡镇', en: '{name} is not in the reporting township' },
  duplicate_subject: {
    zh: '{name}与第 {row} 行重复，一个对象只能出现一次',
    en: '{name} repeats row {row}: a subject stands once in a report',
  },
  reported_elsewhere: {
    zh: '{name}在这个来源里已由别人报送，一个对象只能由一方报送',
    en: '{name} is already in another report of this source: only one reporter speaks of a subject',
  },
  not_finite: { zh: '{name}的数值不是有限的数', en: 'The value of {name} is not a finite number' },
  rank_not_whole: { zh: '{name}的名次应是整数', en: 'The rank of {name} must be a whole number' },
  rank_out_of_range: {
    zh: '{name}的名次应在 1 与 {limit} 之间',
    en: 'The rank of {name} must lie between 1 and {limit}',
  },
  count_not_whole: {
    zh: '{name}的数量应是不小于 0 的整数',
    en: 'The count of {name} must be a whole number from 0',
  },
  exposure_missing: {
    zh: '{name}缺少覆盖量（户数或面积）',
    en: '{name} lacks its exposure (households or area covered)',
  },
  exposure_not_positive: { zh: '{name}的覆盖量应大于 0', en: 'The exposure of {name} must be above 0' },
  exposure_refused: { zh: '这个来源不需要覆盖量', en: 'This source takes no exposure' },
}

/** What is unusual but accepted. */
export const rowWarnings: Record<RowWarning['code'], Record<Language, string>> = {
  exempt: { zh: '{name}本期免评，不计入排名', en: '{name} is exempt in this round and counts nowhere' },
  repeated_rank: { zh: '{name}与别的对象名次相同', en: '{name} shares its rank with another' },
  skipped_rank: { zh: '{name}之前有空缺的名次', en: 'A rank before that of {name} is left out' },
}
