import { Button } from 'antd'
import { useDeferredValue } from 'react'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { type CellStore, useCells } from './cell-store.ts'
import { type Cells, emptyCell, entriesOf, problemIn } from './cells.ts'

type Props = {
  store: CellStore
  villages: readonly RosterEntry[]
  source: Source
  unsent: boolean
  kept: boolean
  /** Whether sending has been tried, so that what is missing is said. */
  tried: boolean
  again: boolean
  busy: boolean
  send: () => void
}

/** How much is filled, that it is kept, and the button that sends it; stays in sight. */
export function SendBar({ store, villages, source, unsent, kept, tried, again, busy, send }: Props) {
  const t = useTexts(roundsTexts)
  const words = useTexts(entryTexts)
  const cells = useDeferredValue(useCells(store))
  const filled = entriesOf(cells, villages, source).length
  const wrong = tried ? wrongIn(cells, villages, source).length : 0
  return (
    <div className="send-bar">
      <span role="status">
        {t('filled', { n: filled, of: villages.length })}
        {unsent && (
          <span className={kept ? 'soft' : 'wrong'}> · {kept ? t('saveDraft') : words('notKept')}</span>
        )}
        {wrong > 0 && <strong className="wrong"> · {words('wrong', { n: wrong })}</strong>}
        {tried && filled === 0 && <strong className="wrong"> · {t('nothing')}</strong>}
      </span>
      <Button type="primary" size="large" loading={busy} onClick={send}>
        {t(again ? 'sendAgain' : 'sendReport')}
      </Button>
    </div>
  )
}

/** Ids of the villages whose cells cannot be sent as they are. */
export function wrongIn(cells: Cells, villages: readonly RosterEntry[], source: Source): string[] {
  return villages.flatMap(({ id }) =>
    problemIn(cells[id] ?? emptyCell, source, villages.length) ? [id] : [],
  )
}
