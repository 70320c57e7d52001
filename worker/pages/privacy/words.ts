import { auditDays } from '../../domain/privacy/retention.ts'
import type { Language } from '../../problems/language.ts'

const zh = {
  title: '个人信息说明',
  lead: (county: string) =>
    `${county}用乡榜办人居环境整治，会用到下面这些个人信息。每一项都写明为什么要、保存多久、谁看得到。没有列出的，我们不收。`,
  why: '为什么要',
  ground: { duty: '（履行法定职责）', consent: '（本人自愿）' },
  kept: '保存多久',
  seenBy: '谁看得到',
  erased: '删除时',
  rights: '您可以要求什么',
  rightsList: [
    '查看和取走：成员登录后，在“个人信息”一页可以下载本县保存的、关于自己的全部信息。其他人请向县整治办提出。',
    '更正：姓名、职务写错了，县整治办可以当天改过来。',
    '删除：不再任职，或者信息不再需要，可以要求县整治办删除。投诉人要求删除联系方式的，立即删除。',
  ],
  kept2: '依法必须保留的',
  keptText: `谁在什么时候办了什么，要保留不少于 ${auditDays} 天；公布过的名次不能改动。这些记录里没有姓名，只有编号：删除个人信息以后，编号不再对应任何人。备份里的旧副本随备份更替消失，恢复备份后要重新删除。`,
  masked: '怎样遮盖',
  maskedText: '需要公开而又涉及个人的，只显示一部分：',
  examples: { name: '姓名', household: '户名', phone: '电话', idCard: '身份证号', plate: '车牌' },
  site: '这个网站',
  siteText: '公开页面不用脚本，不跟踪谁看了什么，不接入任何第三方。公开的照片去掉拍摄时间和地点。',
}

type Words = typeof zh

const en: Words = {
  title: 'Personal data',
  lead: (county) =>
    `${county} uses Xiangbang for its clean-up campaigns, and with it the personal data below. Each says what for, for how long, and who sees it. What is not listed is not collected.`,
  why: 'What for',
  ground: { duty: ' (a public duty)', consent: ' (the person’s own choice)' },
  kept: 'How long',
  seenBy: 'Who sees it',
  erased: 'When erased',
  rights: 'What you may ask for',
  rightsList: [
    'To see and take it: members download everything the county holds about them from the page “Personal data” after signing in. Anybody else asks the county office.',
    'To correct it: the county office can correct a name or post the same day.',
    'To erase it: when you no longer hold the post, or the data is no longer needed, ask the county office. A complainant’s contact is erased at once.',
  ],
  kept2: 'What the law wants kept',
  keptText: `Who did what and when is kept for at least ${auditDays} days, and published ranks are never changed. These records hold no names, only ids: once a person is erased, the id leads to nobody. Copies in backups go as backups are replaced; after a restore the erasure is done again.`,
  masked: 'How it is masked',
  maskedText: 'Where something has to be public and is about a person, only a part is shown:',
  examples: {
    name: 'Name',
    household: 'Household',
    phone: 'Telephone',
    idCard: 'Identity card',
    plate: 'Plate',
  },
  site: 'This site',
  siteText:
    'Public pages run no scripts, follow nobody and bring in no third party. Public photos carry neither time nor place.',
}

export const privacyWords: Record<Language, Words> = { zh, en }
