import { Button, Segmented } from 'antd'
import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import type { CellStore } from './cell-store.ts'
import { emptyCell } from './cells.ts'
import { LastExposures } from './last-exposures.tsx'
import { PasteBox } from './paste-box.tsx'
import { SheetUpload } from './sheet-upload.tsx'

type Props = {
  store: CellStore
  place: { round: RoundDetail; source: Source; reporter: string; villages: RosterEntry[] }
  undo: () => void
  /** After a sheet has been taken as the report. */
  applied: () => Promise<void>
}

/** Every other way to fill a report in: pasting, a sheet, its template; and undoing it again. */
export function EntryTools({ store, place, undo, applied }: Props) {
  const t = useTexts(entryTexts)
  const { county } = useCounty()
  const { round, source, reporter, villages } = place
  const view = useEntryView(source)
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo)
  const clear = () => store.change(Object.fromEntries(villages.map(({ id }) => [id, emptyCell])))
  const sheet = `/api/v1/counties/${county}/rounds/${round.id}/reports/${encodeURIComponent(source.key)}/${reporter}/sheet`
  return (
    <div className="toolbar">
      {source.kind === 'rank' && (
        <Segmented<'fields' | 'order'>
          aria-label={t('view')}
          value={view.now}
          onChange={(next) => view.change(next)}
          options={[
            { value: 'fields', label: t('fields') },
            { value: 'order', label: t('order') },
          ]}
        />
      )}
      <PasteBox {...place} fill={(cells) => store.change(cells)} />
      <SheetUpload {...place} applied={applied} />
      <Button href={sheet} download>
        {t('template')}
      </Button>
      {source.exposed && <LastExposures store={store} {...place} />}
      <Button disabled={!canUndo} onClick={undo} title={t('undoKeys')}>
        {t('undo')}
      </Button>
      <Button type="text" onClick={clear}>
        {t('clear')}
      </Button>
    </div>
  )
}

/** Fields to type in, or a list to put in order; it stands in the address. */
export function useEntryView({ kind }: Source) {
  const [params, setParams] = useSearchParams()
  const asked = kind === 'rank' && params.get('view') === 'order'
  return {
    now: asked ? ('order' as const) : ('fields' as const),
    change: (view: 'fields' | 'order') => setParams(view === 'order' ? { view } : {}, { replace: true }),
  }
}
