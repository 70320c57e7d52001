import { memo } from 'react'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { type CellStore, useCell } from './cell-store.ts'
import { type Cell, problemIn } from './cells.ts'

export type Column = keyof Cell

type Props = {
  store: CellStore
  village: RosterEntry
  /** Its number on the page, from 0. */
  row: number
  source: Source
  columns: readonly Column[]
  /** The headings of value and exposure. */
  value: string
  exposure: string
  /** How many villages are ranked together. */
  of: number
  readOnly: boolean
  /** Whether to mark what is wrong in fields not filled yet. */
  strict: boolean
}

/** One village with its field, or two where the source counts over an exposure; drawn again when its own cell changes. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { store, village, row, source, columns, of, readOnly, strict } = props
  const t = useTexts(roundsTexts)
  const cell = useCell(store, village.id)
  const problem = problemIn(cell, source, of)
  const name = villageName(village.name)
  const shown = problem && (strict || cell.value.trim() !== '')
  return (
    <tr>
      <th scope="row">
        {name}
        {village.exempt && <span className="soft"> · {t('exempt')}</span>}
        {shown && (
          <div className="wrong" id={`problem-${village.id}`}>
            {t(problem, { of })}
          </div>
        )}
      </th>
      {columns.map((column) => (
        <td key={column} className="number">
          <input
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            data-row={row}
            data-column={column}
            data-village={village.id}
            aria-label={`${name} ${props[column]}`}
            aria-invalid={problem !== undefined}
            aria-describedby={shown ? `problem-${village.id}` : undefined}
            readOnly={readOnly}
            value={cell[column]}
            onFocus={({ target }) => target.select()}
            onChange={({ target }) =>
              store.change(
                { [village.id]: { ...store.cell(village.id), [column]: target.value } },
                `${village.id} ${column}`,
              )
            }
          />
        </td>
      ))}
    </tr>
  )
})
