import type { PolicyProblemCode } from '../domain/ranking/policy.ts'
import type { Language } from './language.ts'

/** What is wrong at one place of a policy. */
export const policyMessages: Record<PolicyProblemCode, Record<Language, string>> = {
  no_source: { zh: '至少要有一个来源', en: 'At least one source is needed' },
  duplicate_source: { zh: '来源的名称重复', en: 'This source key is used twice' },
  weight_not_positive: { zh: '权重必须大于 0', en: 'A weight must be above 0' },
  exposed_not_count: { zh: '只有计数类来源可以按覆盖量折算', en: 'Only a count can be divided by exposure' },
  min_sources_out_of_range: {
    zh: '最少来源数应在 1 与来源总数之间',
    en: 'minSources must lie between 1 and the number of sources',
  },
  unknown_tie_breaker: { zh: '没有这个来源', en: 'There is no such source' },
  duplicate_tie_breaker: { zh: '同一来源只能列一次', en: 'A source breaks ties only once' },
  places_not_whole: { zh: '应是不小于 0 的整数', en: 'Must be a whole number from 0' },
  percent_out_of_range: { zh: '应在 0 与 100 之间', en: 'Must lie between 0 and 100' },
  percents_over_100: {
    zh: '绿、红两个百分比之和超过 100',
    en: 'Green and red add up to more than 100 percent',
  },
  unknown_guard_source: { zh: '没有这个来源', en: 'There is no such source' },
  guard_source_not_score: { zh: '保底线只能设在打分类来源上', en: 'A floor needs a score source' },
  guard_without_bound: { zh: '至少要设一条保底线', en: 'At least one floor must be given' },
  guard_bound_not_finite: { zh: '应是一个数', en: 'Must be a number' },
  rank_sum_needs_county_scope: {
    zh: '名次相加只适用于全县统一比较的来源',
    en: 'Adding ranks needs sources that compare the whole county',
  },
  rank_sum_needs_all_sources: {
    zh: '名次相加要求每个来源都有，最少来源数应等于来源总数',
    en: 'Adding ranks needs every source: minSources must be the number of sources',
  },
  streak_not_positive: { zh: '连续期数应是不小于 1 的整数', en: 'A streak must be a whole number from 1' },
  due_in_days_negative: { zh: '期限天数应是不小于 0 的整数', en: 'Days must be a whole number from 0' },
  no_target: { zh: '提醒和约谈要写明对象', en: 'A reminder or an interview needs somebody to meet' },
  derived_kind: {
    zh: '自动取数的来源类别固定：督查得分和按时整改率是得分，逾期问题是问题数',
    en: 'What fills itself has its own kind: inspections and rectified in time are scores, overdue issues a count',
  },
  derived_scope: {
    zh: '问题台账的数不出自督查组，只能和全县或本乡镇比',
    en: 'No group says what the ledger says: compare over the county or within townships',
  },
  derived_exposed: { zh: '自动取数的来源没有覆盖数', en: 'What fills itself knows no exposure' },
  sheet_without_inspections: {
    zh: '只有取自督查的来源可以指定打分表',
    en: 'Only a source fed by inspections names a scoring sheet',
  },
  guard_source_weightless: {
    zh: '只用来分先后（权重 0）的来源不能设底线',
    en: 'A source that only breaks ties (weight 0) has no floors',
  },
}
