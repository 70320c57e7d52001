import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { ErrorState } from './error-state.tsx'

type Props<Row> = Omit<TableProps<Row>, 'dataSource' | 'loading' | 'rowKey' | 'title'> & {
  /** Names the table for those who cannot see it. */
  label: string
  query: { data: readonly Row[] | undefined; isPending: boolean; error: unknown; refetch: () => unknown }
  rowKey: (row: Row) => string
  /** Shown instead of an empty table: says what to do next. */
  empty: ReactNode
}

/** A dense table of a query's rows with its loading, error and empty states; scrolls sideways on a phone. */
export function DataTable<Row extends object>({ label, query, rowKey, empty, ...table }: Props<Row>) {
  const t = useTexts(uiTexts)
  if (query.error && !query.data) return <ErrorState error={query.error} retry={() => query.refetch()} />
  if (query.data?.length === 0) return empty
  return (
    <Table<Row>
      aria-label={label}
      size="small"
      dataSource={query.data ?? []}
      loading={query.isPending}
      rowKey={rowKey}
      scroll={{ x: 'max-content' }}
      pagination={{
        defaultPageSize: 50,
        hideOnSinglePage: true,
        showTotal: (n) => t('total', { n }),
        pageSizeOptions: [50, 100, 500],
      }}
      {...table}
    />
  )
}
