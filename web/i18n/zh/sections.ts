export const sections = {
  cockpit: '工作台',
  boards: '榜',
  rounds: '期',
  interviews: '约谈',
  issues: '问题台账',
  areas: '乡镇和村',
  units: '单位和组',
  posts: '责任人',
  catalogue: '台账设置',
  members: '成员',
  tokens: '接口令牌',
  audit: '操作记录',
} as const
