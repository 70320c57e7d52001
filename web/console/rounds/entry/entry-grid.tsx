import { type ClipboardEvent, type KeyboardEvent, memo, useMemo, useState } from 'react'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useNameSearch } from '../../../lib/pinyin.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SearchBox } from '../../../ui/search-box.tsx'
import type { CellStore } from './cell-store.ts'
import type { Cell } from './cells.ts'
import { type Column, EntryRow } from './entry-row.tsx'

type Props = {
  store: CellStore
  source: Source
  villages: readonly RosterEntry[]
  readOnly: boolean
  strict: boolean
  /** What is said to those who cannot see it. */
  say: (text: string) => void
}

const WORTH_SEARCHING = 30

/**
 * The villages with a field each, township by township; a township out of sight is not drawn. Enter and the arrows
 * move by rows, a pasted column fills the rows from the field on.
 */
export const EntryGrid = memo(function EntryGrid(props: Props) {
  const { store, source, villages, readOnly, say } = props
  const own = useTexts(entryTexts)
  const t = useTexts(roundsTexts)
  const [q, setQ] = useState('')
  const found = useNameSearch(villages, ({ name, townshipName }) => `${name} ${townshipName}`, q)
  const townships = useMemo(() => byTownship(found), [found])
  const rows = townships.flatMap(({ members }) => members)
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const at = placeOf(event.target)
    if (readOnly || !at) return
    const part = pastedDown(event.clipboardData.getData('text'), rows, at, source, store)
    if (!part) return
    event.preventDefault()
    store.change(part)
    say(own('pasted', { n: Object.keys(part).length }))
  }
  return (
    <section aria-label={own('grid')} onKeyDown={move} onPaste={paste}>
      {!readOnly && <p className="soft">{t('keys')}</p>}
      {villages.length > WORTH_SEARCHING && (
        <div className="toolbar">
          <SearchBox label={t('search')} value={q} change={setQ} />
        </div>
      )}
      {found.length === 0 && <EmptyState title={own('noneFound')} hint={own('noneFoundHint')} />}
      {townships.map(({ name, members, first }) => (
        <TownshipRows
          key={name}
          {...props}
          name={townships.length > 1 ? name : undefined}
          members={members}
          first={first}
        />
      ))}
    </section>
  )
})

type Township = { name: string; members: RosterEntry[]; first: number }

function TownshipRows(
  props: Omit<Props, 'say'> & { name: string | undefined; members: readonly RosterEntry[]; first: number },
) {
  const { store, source, villages, readOnly, strict, name, members, first } = props
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const columns: readonly Column[] = source.exposed ? both : valueAlone
  const headings = { value: t(`valueOf_${source.kind}`), exposure: t('exposure') }
  return (
    <div className="entry-township" style={{ containIntrinsicHeight: `auto ${members.length * 37 + 66}px` }}>
      {name !== undefined && <h2>{name}</h2>}
      <table className="entry">
        <thead>
          <tr>
            <th scope="col">{words('village')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {headings[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((village, i) => (
            <EntryRow
              key={village.id}
              {...{ store, village, source, columns, readOnly, strict, ...headings }}
              row={first + i}
              of={villages.length}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const valueAlone = ['value'] as const
const both = ['value', 'exposure'] as const

function byTownship(villages: readonly RosterEntry[]): Township[] {
  const townships = new Map<string, RosterEntry[]>()
  for (const village of villages) {
    const members = townships.get(village.townshipName)
    if (members) members.push(village)
    else townships.set(village.townshipName, [village])
  }
  let first = 0
  return [...townships].map(([name, members]) => {
    const township = { name, members, first }
    first += members.length
    return township
  })
}

type At = { row: number; column: Column }

function placeOf(target: EventTarget): At | undefined {
  if (!(target instanceof HTMLInputElement)) return undefined
  const { row, column } = target.dataset
  if (row === undefined || (column !== 'value' && column !== 'exposure')) return undefined
  return { row: Number(row), column }
}

/** Several lines pasted into a field fill the rows from there on, a second column the field beside. */
function pastedDown(
  text: string,
  rows: readonly RosterEntry[],
  { row, column }: At,
  { exposed }: Source,
  store: CellStore,
): Record<string, Cell> | undefined {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  if (lines.length === 1 && !lines[0]?.includes('\t')) return undefined
  const part: Record<string, Cell> = {}
  lines.forEach((line, i) => {
    const village = rows[row + i]
    if (!village) return
    const [first = '', second] = line.split('\t').map((one) => one.trim())
    const beside = column === 'value' && second !== undefined && exposed ? { exposure: second } : {}
    part[village.id] = { ...store.cell(village.id), [column]: first, ...beside }
  })
  return part
}

function move(event: KeyboardEvent<HTMLElement>) {
  const at = placeOf(event.target)
  const down = event.key === 'Enter' || event.key === 'ArrowDown'
  const step = down ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!at || step === 0 || event.altKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  const next = `input[data-row="${at.row + step}"][data-column="${at.column}"]`
  event.currentTarget.querySelector<HTMLInputElement>(next)?.focus()
}
