import { verbsZh } from '../../../worker/domain/audit/verbs.ts'
export const audit = {
  title: '操作记录',
  hint: '谁在什么时候做了什么，只增不改。',
  at: '时间',
  actor: '操作人',
  did: '操作',
  target: '对象',
  detail: '内容',
  system: '系统',
  only: '只看这一项的记录',
  onlyOf: '只看：{name}',
  all: '看全部',
  more: '再看以前的',
  emptyTitle: '还没有记录',
  emptyHint: '以后的每一次修改都会记在这里。',
  ...verbsZh,
} as const
