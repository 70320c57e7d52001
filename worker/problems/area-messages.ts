import type { AreaErrorCode } from '../domain/sheets/area-row.ts'
import type { Language } from './language.ts'
import { sheetRowMessages } from './sheet-messages.ts'

/** What is wrong with one row of a sheet of areas. */
export const areaRowMessages: Record<AreaErrorCode, Record<Language, string>> = {
  code_digits: {
    zh: '“{code}”不是国家统计代码：村 12 位数字，乡镇 12 位或 9 位',
    en: '“{code}” is no national code: 12 digits for a village, 12 or 9 for a township',
  },
  code_county: {
    zh: '代码 {code} 不是本县的：应以 {county} 开头',
    en: 'The code {code} is not of this county: it must begin with {county}',
  },
  code_level: {
    zh: '代码 {code} 与级别不符：乡镇的以 000 结尾，村的不以 000 结尾',
    en: 'The code {code} is of another level: a township’s ends in 000, a village’s does not',
  },
  code_taken: { zh: '代码 {code} 已用于{name}', en: 'The code {code} belongs to {name}' },
  unknown_id: {
    zh: '没有系统编号为“{id}”的这一级区域；新增的请把系统编号留空',
    en: 'No area of this level has the system number “{id}”; leave it empty for a new one',
  },
  township_missing: { zh: '缺少乡镇', en: 'The township is missing' },
  unknown_township: { zh: '没有叫“{township}”的乡镇', en: 'There is no township called “{township}”' },
  village_missing: { zh: '缺少村（社区）', en: 'The village is missing' },
  unknown_village: { zh: '这个乡镇没有叫“{name}”的村', en: 'No village of this township is called “{name}”' },
  elsewhere: { zh: '{name}在{at}，不在这里', en: '{name} lies in {at}, not here' },
  similar: {
    zh: '“{name}”与已有的“{other}”只差一个字：是它，还是新的？',
    en: '“{name}” is one letter from “{other}”: is it that one, or a new one?',
  },
  bad_state: { zh: '“{text}”不是状态：写在用或停用', en: '“{text}” is no state: write 在用 or 停用' },
  duplicate: sheetRowMessages.duplicate,
  name_long: { zh: '名称最长 100 个字', en: 'A name has at most 100 characters' },
}
