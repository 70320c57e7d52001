import type { Post } from '../../../schema/api/ranking.ts'
import { compact } from './cell.ts'
import type { ColumnSpec } from './headings.ts'

/** Whether a post is held in a village or in a township. */
export const postLevel: Readonly<Record<Post, 'village' | 'township'>> = {
  village_lead: 'village',
  deputy_lead: 'township',
  top_lead: 'township',
  village_head: 'village',
  first_secretary: 'village',
  village_cadre: 'village',
  helping_department: 'village',
}

/** The names posts go by, as a cell under 职务 or as a column of their own. */
export const postColumns: readonly ColumnSpec<Post>[] = [
  {
    key: 'village_lead',
    exact: ['village_lead', '包村领导', '包村领导干部', '包抓领导', '联村领导', '乡镇包村领导'],
  },
  {
    key: 'deputy_lead',
    exact: ['deputy_lead', '分管领导', '分管负责人', '乡镇分管领导', '镇分管领导', '分管副职'],
  },
  {
    key: 'top_lead',
    exact: ['top_lead', '主要领导', '乡镇主要领导', '镇主要领导', '乡镇党委书记', '党委书记'],
  },
  {
    key: 'village_head',
    exact: [
      'village_head',
      '村主要负责人',
      '村党支部书记',
      '党支部书记',
      '村支书',
      '村书记',
      '村主任',
      '村负责人',
      '村干部',
    ],
  },
  { key: 'first_secretary', exact: ['first_secretary', '驻村第一书记', '第一书记'] },
  { key: 'village_cadre', exact: ['village_cadre', '挂村干部', '包村干部', '联村干部', '驻村干部'] },
  {
    key: 'helping_department',
    exact: [
      'helping_department',
      '县级帮扶部门',
      '帮扶部门',
      '帮扶单位',
      '县级帮扶单位',
      '县直帮扶单位',
      '包抓单位',
    ],
  },
]

export function postNamed(text: string): Post | null {
  const name = compact(text).toLowerCase()
  return postColumns.find(({ exact }) => exact.includes(name))?.key ?? null
}
