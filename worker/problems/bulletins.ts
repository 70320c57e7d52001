import type { ProblemEntry } from './entry.ts'

export const bulletinProblems = {
  bulletin_owner: {
    status: 422,
    zh: ['发文单位不对', '通报由县或者乡镇（街道）印发。'],
    en: ['Not an issuer', 'Bulletins are issued by the county or by a township.'],
  },
  round_not_published: {
    status: 409,
    zh: ['本期尚未公布', '通报只能写已经公布的一期。'],
    en: ['Not published', 'A bulletin reports on a round that is published.'],
  },
  bulletin_changed: {
    status: 409,
    zh: ['通报刚被别人改过', '请先看看现在的内容，再决定要不要改；您填的内容还在。'],
    en: [
      'Changed by somebody else',
      'See how the draft stands now before changing it; what you typed is still here.',
    ],
  },
  bulletin_frozen: {
    status: 409,
    zh: ['通报已不是草稿', '已经印发、撤回或者作废的通报不能再改。'],
    en: ['No longer a draft', 'A bulletin that was issued, withdrawn or discarded stays as it is.'],
  },
  bulletin_not_issued: {
    status: 409,
    zh: ['通报没有印发', '只有已经印发的通报才能撤回。'],
    en: ['Not issued', 'Only a bulletin that was issued can be withdrawn.'],
  },
  bulletin_empty: {
    status: 422,
    zh: ['通报没有内容', '正文是空的，不能印发。'],
    en: ['Nothing to issue', 'The body is empty.'],
  },
  bulletin_too_large: {
    status: 413,
    zh: ['通报过大', '正文和数据一共最多 {limit} 字节，请减少表格的行数。'],
    en: ['Too large', 'Body and data take at most {limit} bytes together. Show fewer rows in its tables.'],
  },
  bulletin_board_private: {
    status: 409,
    zh: ['榜没有公开', '“{board}”没有对公众公开，写有它名次的通报只能在县内公布。'],
    en: [
      'The board is not public',
      '“{board}” is not shown to the public, so a bulletin with its standings can be issued to members only.',
    ],
  },
  bulletin_no_tables: {
    status: 404,
    zh: ['没有表格', '这份通报没有数据表，没有可以下载的附表。'],
    en: ['No tables', 'This bulletin has no tables of data to download.'],
  },
  bulletin_withdrawn: {
    status: 410,
    zh: ['通报已撤回', '{reason}'],
    en: ['Withdrawn', '{reason}'],
  },
} as const satisfies Record<string, ProblemEntry>
