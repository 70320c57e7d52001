import type { HistoryErrorCode } from '../domain/sheets/read-history.ts'
import type { IssueRowErrorCode } from '../domain/sheets/read-issues.ts'
import type { PostErrorCode } from '../domain/sheets/read-posts.ts'
import type { NameErrorCode } from '../domain/sheets/resolve-name.ts'
import type { Language } from './language.ts'
import { sheetRowMessages } from './sheet-messages.ts'

type Messages<Code extends string> = Record<Code, Record<Language, string>>

const { unknown, ambiguous, outside_scope, wrong_township, duplicate } = sheetRowMessages
const names: Messages<NameErrorCode> = { unknown, ambiguous, outside_scope, wrong_township }

/** What is wrong with one row of a sheet of post holders. */
export const postRowMessages: Messages<PostErrorCode> = {
  ...names,
  unknown_post: { zh: '没有叫“{post}”的职务', en: 'There is no post called “{post}”' },
  holder_missing: { zh: '缺少姓名', en: 'The name of the holder is missing' },
  township_missing: { zh: '缺少乡镇', en: 'The township is missing' },
  unknown_township: { zh: '没有叫“{township}”的乡镇', en: 'There is no township called “{township}”' },
  village_missing: { zh: '缺少村（社区）', en: 'The village is missing' },
  bad_date: { zh: '“{text}”不是日期', en: '“{text}” is not a date' },
  ends_before_start: {
    zh: '结束日期 {to} 早于开始日期 {from}',
    en: 'It ends on {to}, before it starts on {from}',
  },
  duplicate,
}

/** What is wrong with one row of a sheet of past colours. */
export const historyRowMessages: Messages<HistoryErrorCode> = {
  ...names,
  unknown_band: { zh: '{week}一栏的“{text}”不是颜色', en: '“{text}” under {week} is not a colour' },
  duplicate,
}

/** What is wrong with one row of an issue ledger. */
export const issueRowMessages: Messages<IssueRowErrorCode> = {
  ...names,
  unknown: { zh: '没有叫“{name}”的村（社区）', en: 'No village is called “{name}”' },
  unknown_township: postRowMessages.unknown_township,
  place_missing: { zh: '没有写在哪个村（社区）', en: 'It does not say in which village' },
  unknown_lead: { zh: '没有叫“{name}”的单位', en: 'No unit is called “{name}”' },
  unknown_category: { zh: '没有叫“{name}”的问题类别', en: 'No category is called “{name}”' },
  category_missing: { zh: '看不出是哪一类问题，请选一个类别', en: 'It says no category: choose one' },
  bad_date: { zh: '“{text}”不是已经过去的日期', en: '“{text}” is not a date that has come' },
  bad_due: {
    zh: '看不懂时限“{text}”，请写成日期或“3日内”',
    en: 'The time limit “{text}” is not understood: write a date, or 3日内',
  },
  text_missing: { zh: '没有写问题', en: 'The problem is missing' },
  unknown_pick: { zh: '选定的“{name}”已经不在', en: 'What was chosen, “{name}”, is no longer there' },
}
