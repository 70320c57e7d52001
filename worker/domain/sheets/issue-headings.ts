import { type ColumnSpec, nameColumn, townshipColumn } from './headings.ts'

export type IssueColumn =
  | 'no'
  | 'text'
  | 'location'
  | 'township'
  | 'village'
  | 'lead'
  | 'assisting'
  | 'owner'
  | 'measure'
  | 'due'
  | 'progress'
  | 'closed'
  | 'found'
  | 'category'
  | 'source'

/** What the columns of issue ledgers and of a superior's feedback lists are called. */
export const issueColumns: readonly ColumnSpec<IssueColumn>[] = [
  { key: 'no', exact: ['序号', '编号', '序', '问题编号', 'no', 'no.', '#'] },
  {
    key: 'text',
    exact: [
      '问题',
      '问题描述',
      '问题内容',
      '具体问题',
      '问题清单',
      '问题事项',
      '问题表述',
      'problem',
      'issue',
    ],
    suffix: ['存在问题', '反馈问题', '发现问题', '主要问题', '突出问题', '问题描述', '的问题'],
  },
  {
    key: 'location',
    exact: ['地点', '位置', '点位', '地址', '所在位置', '具体地点', '详细地址', 'location', 'place'],
    suffix: ['具体位置', '问题地点', '点位名称', '点位位置', '所在地点'],
  },
  townshipColumn,
  {
    key: 'village',
    exact: nameColumn.exact.filter((heading) => /村|社区|village/u.test(heading)),
  },
  {
    key: 'lead',
    exact: ['责任单位', '牵头单位', '主办单位', '承办单位', '主责单位', 'lead'],
    suffix: ['整改单位', '责任单位', '牵头单位'],
  },
  { key: 'assisting', exact: ['配合单位', '协办单位', '协助单位', '配合部门', 'assisting'] },
  {
    key: 'owner',
    exact: ['责任人', '责任领导', '负责人', '具体责任人', 'owner'],
    suffix: ['责任人', '责任领导'],
  },
  {
    key: 'measure',
    exact: ['措施', '处理意见', '整改内容', '工作措施', 'measures', 'measure'],
    suffix: ['整改措施', '整改要求', '整改意见', '整改办法'],
  },
  {
    key: 'due',
    exact: ['时限', '期限', '要求时限', '要求完成时间', '限期', 'due'],
    suffix: ['整改时限', '完成时限', '整改期限', '办理时限', '完成期限'],
  },
  {
    key: 'progress',
    exact: [
      '进展',
      '进度',
      '状态',
      '是否完成',
      '是否整改',
      '是否销号',
      '办理情况',
      '落实情况',
      'progress',
      'status',
    ],
    suffix: ['完成情况', '整改情况', '整改进展', '进展情况', '整改结果', '销号情况', '整改落实情况'],
  },
  {
    key: 'closed',
    exact: ['办结时间', '完成时间', '完成日期', '办结日期', 'closed'],
    suffix: ['销号时间', '销号日期', '整改完成时间', '实际完成时间'],
  },
  {
    key: 'found',
    exact: ['日期', '时间', '交办时间', '反馈时间', '督查时间', 'found'],
    suffix: ['发现时间', '发现日期', '检查时间', '检查日期', '暗访时间'],
  },
  { key: 'category', exact: ['类别', '类型', '分类', '问题类别', '问题类型', '问题分类', 'category'] },
  { key: 'source', exact: ['来源', '问题来源', 'source'] },
]
