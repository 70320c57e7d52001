import { memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { drawnRanges, type RowWindow, rowWindow } from './row-window.ts'
import './windowed-table.css'

export type WindowedColumn<Row> = {
  key: string
  title: string
  /** In pixels; what is left over goes to all in proportion. */
  width: number
  align?: 'right'
  /** Sorting by this column is offered; `onSort` hears its key. */
  sortable?: boolean
  render: (row: Row) => ReactNode
}

type Props<Row> = {
  /** Names the table for those who cannot see it. */
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly WindowedColumn<Row>[]
  /** In pixels; a row of a long table is exactly as high, so that its place is known before it is drawn. */
  rowHeight: number
  className?: string
  sort?: { by: string; descending: boolean }
  onSort?: (key: string) => void
}

/** From so many rows on a table scrolls in a box of its own and draws only what is in sight. */
const manyRows = 200

/**
 * A dense table that stays smooth at thousands of rows: a real `<table>` that says how many rows it has, in a box that
 * the keyboard scrolls. Fewer rows stand whole, so that the browser's own search finds them; on paper all do.
 */
export function WindowedTable<Row>({ label, rows, columns, className = '', ...rest }: Props<Row>) {
  const many = rows.length > manyRows
  const printing = usePrinting()
  const box = useRef<HTMLDivElement>(null)
  const windowed = many && !printing
  const { shown, onScroll, onFocus, onBlur } = useWindow(box, rows.length, rest.rowHeight, windowed)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <section
      ref={box}
      className={`windowed ${windowed ? 'many' : ''}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
      onScroll={onScroll}
    >
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={className}
        style={{ minWidth: width }}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <Head columns={columns} {...rest} />
        <tbody>
          <Ranges shown={shown} rows={rows} columns={columns} {...rest} />
        </tbody>
      </table>
    </section>
  )
}

function Head<Row>({ columns, sort, onSort }: Pick<Props<Row>, 'columns' | 'sort' | 'onSort'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, align, sortable }) => {
          const sorted = sort?.by === key ? (sort.descending ? 'descending' : 'ascending') : undefined
          const mark = sorted === undefined ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'
          return (
            <th
              key={key}
              scope="col"
              className={align === 'right' ? 'number' : ''}
              {...(sorted ? { 'aria-sort': sorted } : {})}
            >
              {sortable && onSort ? (
                <button type="button" onClick={() => onSort(key)}>
                  {title}
                  <span aria-hidden="true">{mark}</span>
                </button>
              ) : (
                title
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type RangesProps<Row> = Pick<Props<Row>, 'rows' | 'rowKey' | 'columns' | 'rowHeight'> & { shown: RowWindow[] }

/** The rows to draw, with empty ones as high as what is left out between them. */
function Ranges<Row>({ shown, rows, rowKey, columns, rowHeight }: RangesProps<Row>) {
  let end = 0
  const drawn: ReactNode[] = []
  for (const { from, to } of shown) {
    drawn.push(<Gap key={`gap${end}`} rows={from - end} rowHeight={rowHeight} span={columns.length} />)
    rows.slice(from, to).forEach((row, at) => {
      drawn.push(
        <MemoRow
          key={rowKey(row)}
          row={row}
          index={from + at + 2}
          columns={columns as never}
          rowHeight={rowHeight}
        />,
      )
    })
    end = to
  }
  drawn.push(<Gap key="end" rows={rows.length - end} rowHeight={rowHeight} span={columns.length} />)
  return drawn
}

function Gap({ rows, rowHeight, span }: { rows: number; rowHeight: number; span: number }) {
  if (rows <= 0) return null
  return (
    <tr className="gap">
      <td colSpan={span} style={{ height: rows * rowHeight }} />
    </tr>
  )
}

type RowProps = {
  row: unknown
  index: number
  columns: readonly WindowedColumn<unknown>[]
  rowHeight: number
}

const MemoRow = memo(function TableRow({ row, index, columns, rowHeight }: RowProps) {
  return (
    <tr aria-rowindex={index} data-row={index - 2} style={{ height: rowHeight }}>
      {columns.map(({ key, align, render }) => (
        <td key={key} className={align === 'right' ? 'number' : ''}>
          {render(row)}
        </td>
      ))}
    </tr>
  )
})

/** Which rows are drawn, kept up with scrolling, the box's size and the focus. */
function useWindow(
  box: React.RefObject<HTMLDivElement | null>,
  rows: number,
  rowHeight: number,
  windowed: boolean,
) {
  const [seen, setSeen] = useState<RowWindow>({ from: 0, to: 40 })
  const [focused, setFocused] = useState<number>()
  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    const next = rowWindow(scrollTop, clientHeight || 640, rowHeight, rows)
    setSeen((before) => (before.from === next.from && before.to === next.to ? before : next))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks anew when there are other rows or another height
  useLayoutEffect(() => {
    look()
    if (!windowed || !box.current) return
    const watch = new ResizeObserver(look)
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [rows, rowHeight, windowed])
  return {
    shown: windowed
      ? drawnRanges({ from: Math.min(seen.from, rows), to: Math.min(seen.to, rows) }, focused, rows)
      : [{ from: 0, to: rows }],
    onScroll: windowed ? look : undefined,
    onFocus: ({ target }: React.FocusEvent) => {
      const row = target.closest<HTMLElement>('tr[data-row]')?.dataset.row
      setFocused(row === undefined ? undefined : Number(row))
    },
    onBlur: () => setFocused(undefined),
  }
}

/** True while the page is being printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useLayoutEffect(() => {
    // The browser takes its picture as soon as the handlers have run.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
