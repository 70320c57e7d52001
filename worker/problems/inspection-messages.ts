import type { InspectionProblemCode } from '../domain/inspections/check.ts'
import type { SheetProblemCode } from '../domain/inspections/check-sheet.ts'
import type { Language } from './language.ts'

/** What is wrong at one place of an inspection; the last four follow from what else is stored. */
export const inspectionMessages: Record<
  InspectionProblemCode | 'unknown_version' | 'wrong_level' | 'area_retired' | 'unknown_unit' | 'other_visit',
  Record<Language, string>
> = {
  not_on_sheet: { zh: '打分表上没有这一项', en: 'Not on the scoring sheet' },
  found_twice: { zh: '同一扣分项只列一次，次数写在一起', en: 'Stands twice; give its count once' },
  found_though_left_out: {
    zh: '这一项没有查，不能扣分',
    en: 'This item was left out, so nothing can be found in it',
  },
  item_not_optional: { zh: '这一项必须查', en: 'This item cannot be left out' },
  answer_missing: { zh: '还没有回答', en: 'Not answered yet' },
  answer_out_of_place: { zh: '扣分的表只能写“没有查”', en: 'A sheet of deductions only takes "left out"' },
  ends_before_start: { zh: '结束时间早于开始时间', en: 'Ends before it starts' },
  in_future: { zh: '时间还没有到', en: 'Lies in the future' },
  unknown_version: { zh: '没有这张打分表或这个版本', en: 'No such sheet or version' },
  wrong_level: { zh: '这张打分表不是给这一级用的', en: 'This sheet is for places of another kind' },
  area_retired: { zh: '没有这个地方，或者已停用', en: 'No such place, or it is retired' },
  unknown_unit: { zh: '没有这个组，或者已停用', en: 'No such group, or it is retired' },
  other_visit: {
    zh: '这次到访是给别的地方或别的组的',
    en: 'This visit is another place’s or another group’s',
  },
}

/** What is wrong at one place of a scoring sheet. */
export const sheetMessages: Record<SheetProblemCode | 'unknown_category', Record<Language, string>> = {
  key_twice: { zh: '编号重复', en: 'This key stands twice' },
  no_points: { zh: '分值要大于 0', en: 'Must be above 0' },
  checklist_deductions: { zh: '检查清单没有扣分项', en: 'A checklist has no deductions' },
  deductions_missing: { zh: '至少要有一个扣分项', en: 'At least one deduction is needed' },
  all_optional: { zh: '至少要有一项是必查的', en: 'At least one item must not be optional' },
  unknown_category: { zh: '没有这个问题类别', en: 'No such issue category' },
}
