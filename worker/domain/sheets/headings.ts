import { type Cell, compact } from './cell.ts'

/** What a column may be called. A `suffix` heading also counts at the end of a longer one: 综合得分 ends in 得分. */
export type ColumnSpec<Key extends string> = {
  key: Key
  exact: readonly string[]
  suffix?: readonly string[]
}

export type ReportColumn = 'name' | 'township' | 'order' | 'rank' | 'score' | 'count' | 'exposure' | 'other'

export const townshipColumn: ColumnSpec<'township'> = {
  key: 'township',
  exact: [
    ...[
      '乡镇',
      '镇',
      '乡',
      '街道',
      '镇街',
      '乡镇街道',
      '乡镇/街道',
      '乡镇名称',
      '镇名',
      '所属乡镇',
      '所在乡镇',
      '所属镇',
    ],
    ...['township', 'town'],
  ],
}

export const nameColumn: ColumnSpec<'name'> = {
  key: 'name',
  exact: [
    ...[
      '村',
      '村社区',
      '村/社区',
      '村、社区',
      '村居',
      '行政村',
      '社区',
      '村名',
      '村名称',
      '村庄',
      '村庄名称',
      '村级',
      '村别',
    ],
    ...[
      '行政村名称',
      '村社区名称',
      '村委会',
      '村民委员会',
      '所属村',
      '所在村',
      '被检查村',
      '被督查村',
      '受检村',
      '参评村',
    ],
    ...['单位', '单位名称', '名称', '对象', '检查对象', '网格', '户主', '户主姓名', '商户', '商户名称'],
    ...['village', 'name', 'subject'],
  ],
}

export const reportColumns: readonly ColumnSpec<ReportColumn>[] = [
  nameColumn,
  townshipColumn,
  { key: 'order', exact: ['序号', '编号', '序', 'no', 'no.', '#'] },
  { key: 'rank', exact: ['位次', '排序', 'rank'], suffix: ['名次', '排名', '排位'] },
  {
    key: 'score',
    exact: ['评分', '打分', '分值', '成绩', 'score'],
    suffix: ['得分', '分数', '总分', '平均分'],
  },
  {
    key: 'count',
    exact: ['问题', '发现问题', '数量', '处', '处数', '图片', '照片', '张数', '点位', '图斑', 'count'],
    suffix: ['问题数', '问题数量', '问题个数', '问题处数', '图片数', '照片数', '图斑数', '点位数'],
  },
  {
    key: 'exposure',
    exact: ['户数', '面积', '农户数', 'exposure'],
    suffix: ['覆盖户数', '航拍户数', '拍摄户数', '总户数', '覆盖面积', '航拍面积', '拍摄面积', '巡查面积'],
  },
  {
    key: 'other',
    exact: ['备注', '日期', '检查日期', '检查组', '督查组', '扣分原因', '存在问题', '问题描述', '联系电话'],
  },
]

const CURRENT = /^(?:本周|本期|本次|本月|当期|最终|综合|总)/u
const EARLIER = /^(?:上周|上期|上月|上次|上一|前一|前期|历史|往期|累计)/u
const LONGEST_HEADING = 14

/** How well a cell heads a column: 0 not at all, 1 ends like it, 2 is it, 3 is the current or overall one. */
export function headingFit(cell: Cell | undefined, spec: ColumnSpec<string>): 0 | 1 | 2 | 3 {
  const heading = headingText(cell)
  if (heading === '' || heading.length > LONGEST_HEADING || EARLIER.test(heading)) return 0
  const known = (text: string) => spec.exact.includes(text) || (spec.suffix ?? []).includes(text)
  if (known(heading)) return 2
  const bare = heading.replace(CURRENT, '')
  if (bare !== heading && known(bare)) return 3
  return spec.suffix?.some((ending) => heading.endsWith(ending)) ? 1 : 0
}

/** A heading without remarks in brackets and punctuation: 村（社区） is 村, 得分（满分100分）: is 得分. */
export function headingText(cell: Cell | undefined): string {
  return compact(cell)
    .toLowerCase()
    .replace(/\([^)]*\)?|\[[^\]]*\]?/gu, '')
    .replace(/[:*"'“”]/gu, '')
}
