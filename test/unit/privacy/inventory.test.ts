import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as control from '../../../schema/tables/control.ts'
import * as county from '../../../schema/tables/county.ts'
import { holdingKeys } from '../../../worker/domain/privacy/holdings.ts'
import { holdingsEn } from '../../../worker/domain/privacy/holdings-en.ts'
import { holdingsZh } from '../../../worker/domain/privacy/holdings-zh.ts'
import { columnsHolding, inventory, tablesHolding } from '../../../worker/domain/privacy/inventory.ts'

const tables = [...Object.values(control), ...Object.values(county)].filter((one) => is(one, SQLiteTable))
const all = [...holdingKeys, 'impersonal'] as const

test.for(tables.map((table) => [getTableName(table), table] as const))(
  'every text and JSON column of %s says what it holds',
  ([name, table]) => {
    const columns = Object.values(getTableColumns(table))
    const ofCounty = Object.values(county).includes(table as never)
    const written = columns
      .filter(({ dataType }) => dataType === 'string' || dataType === 'json')
      .map((column) => column.name)
      // The tenant's own column stands in every table of a county.
      .filter((column) => !(ofCounty && column === 'county'))
    const classified = columnsHolding(name, all)
    expect(
      written.filter((column) => !classified.includes(column)),
      'classify these in worker/domain/privacy/inventory.ts',
    ).toEqual([])
    expect(new Set(classified).size, 'no column is classified twice').toBe(classified.length)
    const real = columns.map((column) => column.name)
    expect(
      classified.filter((column) => !real.includes(column)),
      'columns that are no more',
    ).toEqual([])
  },
)

test('the inventory knows no table that is not there', () => {
  const real: string[] = tables.map((table) => getTableName(table))
  expect(Object.keys(inventory).filter((name) => !real.includes(name))).toEqual([])
})

test('revisions and the audit hold nobody’s name: only ids, and reasons that people typed', () => {
  const named = ['account', 'post', 'interview', 'meeting', 'contact', 'household'] as const
  for (const frozen of ['revision', 'revision_input', 'audit', 'history', 'draft', 'report']) {
    expect(columnsHolding(frozen, named), frozen).toEqual([])
  }
})

test('whatever is held is explained in both languages, and stands somewhere', () => {
  expect(Object.keys(holdingsZh).sort()).toEqual([...holdingKeys].sort())
  expect(Object.keys(holdingsEn).sort()).toEqual([...holdingKeys].sort())
  for (const kind of holdingKeys) expect(tablesHolding(kind), kind).not.toEqual([])
})
