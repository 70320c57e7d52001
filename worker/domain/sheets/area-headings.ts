import { type ColumnSpec, nameColumn, townshipColumn } from './headings.ts'

export type AreaColumn = 'township' | 'name' | 'village_group' | 'grid' | 'code' | 'state' | 'id'

/** The columns of a sheet of areas. A row's deepest name is the area itself, those before it say where it lies. */
export const areaColumns: readonly ColumnSpec<AreaColumn>[] = [
  townshipColumn,
  { key: 'name', exact: nameColumn.exact.filter((heading) => !/^(?:网格|户主.*|商户.*)$/u.test(heading)) },
  { key: 'village_group', exact: ['村民小组', '小组', '组', '村组', 'group'] },
  { key: 'grid', exact: ['网格', '网格名称', '网格名', 'grid'] },
  {
    key: 'code',
    exact: [
      ...['代码', '编码', '区划代码', '行政区划代码', '统计用区划代码', '国家统计代码', '国家代码'],
      ...['村代码', '村编码', '12位代码', 'code'],
    ],
  },
  { key: 'state', exact: ['状态', '是否在用', '使用状态', 'state'] },
  { key: 'id', exact: ['系统编号', 'id'] },
]
