import type { ProblemEntry } from './entry.ts'

export const platformProblems = {
  county_suspended: {
    status: 403,
    zh: ['本县已暂停使用', '平台已暂停本县：可以查看，不能改动，公开页面也已关闭。请联系平台管理员。'],
    en: [
      'This county is suspended',
      'The platform has suspended this county: it can be read but not changed, and its public pages are closed. Ask the platform’s administrators.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
