import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { type Cell, type Cells, emptyCell, problemIn } from './cells.ts'

type Props = {
  round: RoundDetail
  source: Source
  villages: readonly RosterEntry[]
  cells: Cells
  change: (part: Cells) => void
  readOnly: boolean
  /** Whether to mark what is wrong in fields not left yet. */
  strict: boolean
}

type Column = keyof Cell

/** The villages with a field each (two where the source counts over an exposure). Enter and the arrows move by rows. */
export function EntryTable({ source, villages, cells, change, readOnly, strict }: Props) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const several = new Set(villages.map(({ township }) => township)).size > 1
  const columns: Column[] = source.exposed ? ['value', 'exposure'] : ['value']
  const heading = { value: t(`valueOf_${source.kind}`), exposure: t('exposure') }
  return (
    <>
      {!readOnly && <p className="soft">{t('keys')}</p>}
      <table className="entry">
        <thead>
          <tr>
            <th scope="col">{words('village')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {heading[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {villages.map((village, row) => {
            const cell = cells[village.id] ?? emptyCell
            const problem = problemIn(cell, source, villages.length)
            const name = villageName(village.name)
            return (
              <tr key={village.id}>
                <th scope="row">
                  {name} {several && <span className="soft">{village.townshipName}</span>}
                  {village.exempt && <span className="soft"> · {t('exempt')}</span>}
                  {problem && (strict || cell.value.trim() !== '') && (
                    <div className="wrong" id={`problem-${village.id}`}>
                      {t(problem, { of: villages.length })}
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
                      aria-label={`${name} ${heading[column]}`}
                      aria-invalid={problem !== undefined}
                      aria-describedby={`problem-${village.id}`}
                      readOnly={readOnly}
                      value={cell[column]}
                      onFocus={({ target }) => target.select()}
                      onKeyDown={move}
                      onPaste={(event) => pasteDown(event, row, column)}
                      onChange={({ target }) => change({ [village.id]: { ...cell, [column]: target.value } })}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )

  /** Several lines pasted into a field fill the rows from there on, a second column the field beside. */
  function pasteDown(event: ClipboardEvent<HTMLInputElement>, from: number, column: Column) {
    const lines = event.clipboardData.getData('text').replace(/\r/g, '').replace(/\n+$/, '').split('\n')
    if (readOnly || (lines.length === 1 && !lines[0]?.includes('\t'))) return
    event.preventDefault()
    const part: Record<string, Cell> = {}
    lines.forEach((line, i) => {
      const village = villages[from + i]
      if (!village) return
      const [first = '', second] = line.split('\t').map((text) => text.trim())
      const before = cells[village.id] ?? emptyCell
      part[village.id] = {
        ...before,
        [column]: first,
        ...(column === 'value' && second !== undefined && source.exposed ? { exposure: second } : {}),
      }
    })
    change(part)
  }
}

function move(event: KeyboardEvent<HTMLInputElement>) {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.nativeEvent.isComposing) return
  event.preventDefault()
  const { row, column } = event.currentTarget.dataset
  const next = `input[data-row="${Number(row) + step}"][data-column="${column}"]`
  event.currentTarget.closest('table')?.querySelector<HTMLInputElement>(next)?.focus()
}
