import { useEffect, useRef } from 'react'
import type { ScoringSheet } from '../../../../schema/api/scoring-sheets.ts'
import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { go, Link, useRoute } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { inspectionOf, sheetsFor } from './inspection-draft.ts'
import { keepSheet } from './kept-sheets.ts'

/** Begins an inspection of an area: at once where one sheet fits and no draft of it is there, else asks. */
export function StartPage({ area }: { area: string }) {
  const t = useTexts(fieldInspectTexts)
  const { store } = useField()
  const { query } = useRoute()
  const visit = query.get('visit') ?? undefined
  const bundle = useBundle()
  const records = useRecords()
  const begun = useRef(false)
  const sheets = bundle ? sheetsFor(bundle, area, visit) : []
  const drafts = (records ?? []).filter(
    ({ state, body }) => state === 'draft' && body.kind === 'inspection' && body.record.subject === area,
  )
  const name = villageName(bundle?.areas.find(({ id }) => id === area)?.name ?? '')
  const start = async (sheet: ScoringSheet) => {
    if (begun.current) return
    begun.current = true
    keepSheet(sheet)
    const record = inspectionOf(sheet, area, visit, Date.now())
    const id = await store.begin({ kind: 'inspection', record }, name)
    go(`/inspections/${id}`, { replace: true })
  }
  const [only, another] = sheets
  const atOnce = bundle && records && drafts.length === 0 && another === undefined ? only : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, as soon as it is known with which sheet
  useEffect(() => {
    if (atOnce) start(atOnce)
  }, [atOnce])
  if (!bundle || !records || atOnce)
    return (
      <Screen title={name || t('title')} back="/inspect">
        {null}
      </Screen>
    )
  return (
    <Screen title={name} back="/inspect">
      {drafts.map(({ id }) => (
        <p key={id}>
          <Link className="button primary wide" to={`/inspections/${id}`} replace>
            {t('resume')}
          </Link>
        </p>
      ))}
      {sheets.length === 0 ? (
        <Empty title={t('noSheet')}>
          <p className="soft">{t('noSheetHint')}</p>
        </Empty>
      ) : (
        <h2>{drafts.length > 0 ? t('orAnew') : t('whichSheet')}</h2>
      )}
      <ul className="rows">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <button type="button" className="row" onClick={() => start(sheet)}>
              <strong>{sheet.name}</strong>
              <span className="soft">{t('itemCount', { n: sheet.items.length })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
