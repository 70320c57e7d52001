import { Button } from 'antd'
import { useDeferredValue, useMemo } from 'react'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Guards, Source } from '../../../../schema/api/ranking.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { type CellStore, useCells } from './cell-store.ts'
import { type EntryWarning, warningsOf } from './warnings.ts'

type Props = {
  store: CellStore
  villages: readonly RosterEntry[]
  source: Source
  guards: Guards | undefined
  /** Leads to a village's field. */
  show: (village: string) => void
}

const MOST_NAMED = 8

/** What is unusual about what stands in the fields, with a way to each village. It lags behind fast typing. */
export function EntryWarnings({ store, villages, source, guards, show }: Props) {
  const t = useTexts(entryTexts)
  const cells = useDeferredValue(useCells(store))
  const warnings = useMemo(
    () => warningsOf(cells, villages, source, guards),
    [cells, villages, source, guards],
  )
  const names = useMemo(() => new Map(villages.map(({ id, name }) => [id, villageName(name)])), [villages])
  if (warnings.length === 0) return null
  return (
    <section className="entry-warnings" aria-label={t('warnings')}>
      <h2>{t('warnings')}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.figures.cut ?? ''}`}>
            <Said warning={warning} />
            {warning.villages.slice(0, MOST_NAMED).map((id) => (
              <Button key={id} size="small" type="link" onClick={() => show(id)}>
                {names.get(id)}
              </Button>
            ))}
            {warning.villages.length > MOST_NAMED && <span className="soft">{t('andOthers')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ warning: { code, villages, figures } }: { warning: EntryWarning }) {
  const t = useTexts(entryTexts)
  const n = villages.length
  switch (code) {
    case 'tied':
      return t('tied', { n: figures.tied ?? n })
    case 'heaped':
      return t('heaped', { n, cut: figures.cut ?? 0 })
    default:
      return t(code, { n })
  }
}
