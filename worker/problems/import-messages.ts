import type { HistoryErrorCode } from '../domain/sheets/read-history.ts'
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
