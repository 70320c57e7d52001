import type { ProblemEntry } from './entry.ts'

export const roundProblems = {
  closes_too_soon: {
    status: 422,
    zh: ['截止时间不对', '截止时间要晚于现在，也要晚于开始时间。'],
    en: ['Closes too soon', 'The closing time must lie after now and after the opening.'],
  },
  no_subjects: {
    status: 409,
    zh: ['没有参评对象', '这个榜下面还没有在用的参评对象，请先导入或添加区域。'],
    en: ['No subjects', 'Nothing active stands on this board yet. Import or add areas first.'],
  },
  round_overlaps: {
    status: 409,
    zh: ['时间重叠', '这个榜已有一期正在进行，时间与此重叠。'],
    en: ['Rounds overlap', 'This board already has an open round over part of that time.'],
  },
  round_not_open: {
    status: 409,
    zh: ['本期已截止', '这一期已经截止，不再接收报送。'],
    en: ['Round not open', 'This round is closed and takes no more reports.'],
  },
  round_published: {
    status: 409,
    zh: ['本期已发布', '已发布的一期不能直接改动，请发布更正。'],
    en: ['Round published', 'A published round is not changed. Publish a correction instead.'],
  },
  report_newer: {
    status: 409,
    zh: ['已有更新的报送', '在您填写期间，已有人报送了新的一份。请先看看那一份，再决定是否重新报送。'],
    en: [
      'A newer report is in',
      'Somebody has reported since you began. Look at that report before replacing it.',
    ],
  },
  report_refused: {
    status: 422,
    zh: ['报送有误', '请按 errors 中的说明逐行修改后再提交；什么都没有保存。'],
    en: ['Report refused', 'Correct the rows that `errors` lists and send it again; nothing was saved.'],
  },
} as const satisfies Record<string, ProblemEntry>
