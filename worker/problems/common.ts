import type { ProblemEntry } from './entry.ts'

export const commonProblems = {
  not_found: {
    status: 404,
    zh: ['找不到', '没有这一项，或者您看不到它。'],
    en: ['Not found', 'There is no such thing, or it is not visible to you.'],
  },
  invalid: {
    status: 422,
    zh: ['填写有误', '请按 errors 中的说明修改后再提交；什么都没有保存。'],
    en: ['Invalid request', 'Correct what `errors` lists and send it again; nothing was saved.'],
  },
  not_json: {
    status: 415,
    zh: ['格式不支持', '请用 application/json 提交。'],
    en: ['Unsupported media type', 'Send application/json.'],
  },
  malformed: {
    status: 400,
    zh: ['请求无法解析', '提交的内容不是完整的 JSON。'],
    en: ['Malformed request', 'The body is not complete JSON.'],
  },
  too_deep: {
    status: 422,
    zh: ['层次过深', '内容最多嵌套 {limit} 层；什么都没有保存。'],
    en: ['Nested too deeply', 'Content may be nested {limit} levels deep; nothing was saved.'],
  },
  too_large: {
    status: 413,
    zh: ['内容过大', '这里最多接收 {limit} 字节。'],
    en: ['Too large', 'At most {limit} bytes are accepted here.'],
  },
  conflict: {
    status: 409,
    zh: ['状态已变', '这一项的状态已经变化，请刷新后再试。'],
    en: ['Conflict', 'The state of this item has changed. Reload and try again.'],
  },
  id_taken: {
    status: 409,
    zh: ['编号已用', '这个编号已经用于另一项内容。'],
    en: ['Id already used', 'This id already belongs to something else.'],
  },
  key_reused: {
    status: 409,
    zh: ['幂等键已用', '同一个 Idempotency-Key 已用于另一个请求。'],
    en: ['Idempotency key reused', 'This Idempotency-Key was used for a different request.'],
  },
  answer_lost: {
    status: 409,
    zh: ['已经办理', '这个请求先前已经办成，但当时的回答没有保存下来；请直接查看结果。'],
    en: [
      'Already carried out',
      'This request was carried out before, but its answer was not kept. Look at the result.',
    ],
  },
  forbidden: {
    status: 403,
    zh: ['没有权限', '您的角色或范围不允许这样做。'],
    en: ['Not allowed', 'Your role or scope does not allow this.'],
  },
  cross_origin: {
    status: 403,
    zh: ['来源不符', '浏览器的写操作必须来自本站页面。'],
    en: ['Cross-origin write refused', "A browser's write must come from this site's own pages."],
  },
  unavailable: {
    status: 503,
    zh: ['暂时办不了', '数据库或文件库暂时没有应答；请稍后原样再提交一次，不会重复办理。'],
    en: [
      'Unavailable for the moment',
      'The database or the file store does not answer. Send the same again in a moment; it is not done twice.',
    ],
  },
  unexpected: {
    status: 500,
    zh: ['出错了', '服务出现意外错误，请稍后再试；若仍不行，请把请求编号告诉管理员。'],
    en: [
      'Something went wrong',
      'An unexpected error occurred. Try again; if it persists, report the request id.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>
