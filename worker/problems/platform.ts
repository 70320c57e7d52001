import type { ProblemEntry } from './entry.ts'

export const platformProblems = {
  erasure_code: {
    status: 422,
    zh: ['县代码不符', '请照抄该县的六位代码，以免删错。'],
    en: ['That is not the county’s code', 'Type the county’s own code, so that none other is erased.'],
  },
  erasure_open: {
    status: 409,
    zh: ['已经申请删除', '该县的删除申请仍在等待确认或到期。'],
    en: [
      'Its erasure has been asked for',
      'A request for this county is waiting to be confirmed or for its day.',
    ],
  },
  erasure_second_person: {
    status: 403,
    zh: [
      '须由另一人确认',
      '申请人不能自己确认。请由另一位平台管理员确认；平台只有一位管理员时，可由该县办公室确认。',
    ],
    en: [
      'Somebody else must confirm',
      'Whoever asked cannot confirm. Another platform administrator can; where the platform has but one, the county’s own office can.',
    ],
  },
  county_approved: {
    status: 409,
    zh: ['本县已经获准公开', '本县的公开网页人人可看，不需要预览链接。'],
    en: [
      'This county is public already',
      'Anybody can open this county’s public pages; there is no need for a preview link.',
    ],
  },
  county_suspended: {
    status: 403,
    zh: ['本县已暂停使用', '平台已暂停本县：可以查看，不能改动，公开页面也已关闭。请联系平台管理员。'],
    en: [
      'This county is suspended',
      'The platform has suspended this county: it can be read but not changed, and its public pages are closed. Ask the platform’s administrators.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
