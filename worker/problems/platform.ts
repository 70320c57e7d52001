import type { ProblemEntry } from './entry.ts'

export const platformProblems = {
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
