import { Alert, Button } from 'antd'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import type { StoredReport } from '../../../../schema/api/reports.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { useNow } from '../../../lib/use-now.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Unsaved } from '../../../ui/unsaved.tsx'
import { cellsOf, entriesOf } from './cells.ts'
import { EntryGrid } from './entry-grid.tsx'
import { EntryTools, useEntryView } from './entry-tools.tsx'
import { EntryWarnings } from './entry-warnings.tsx'
import { NewerReport } from './newer-report.tsx'
import { OrderList } from './order-list.tsx'
import { SendBar, wrongIn } from './send-bar.tsx'
import { useDraft } from './use-draft.ts'
import { useSending } from './use-sending.ts'

type Props = {
  round: RoundDetail
  source: Source
  reporter: string
  villages: RosterEntry[]
  stored: StoredReport | null
  /** When the report was sent that stands on the server now; null where there is none. */
  latest: string | null
  /** Reads the report on the server anew. */
  reread: () => Promise<StoredReport | null>
}

/** A report being filled in: typed, put in order, pasted or from a sheet; kept as a draft until it is sent. */
export function ReportForm({ round, source, reporter, villages, stored, latest, reread }: Props) {
  const t = useTexts(roundsTexts)
  const words = useTexts(entryTexts)
  const { county, member } = useCounty()
  const draftKey = `report ${county} ${member.id} ${round.id} ${source.key} ${reporter}`
  const draft = useDraft(draftKey, cellsOf(stored), stored?.sentAt ?? null)
  const { store, settle, base, unsent } = draft
  const now = useNow()
  const dates = useDates()
  const open = round.state === 'open' && Date.parse(round.closesAt) > now
  const view = useEntryView(source)
  const [tried, setTried] = useState(false)
  const [heard, setHeard] = useState('')
  const page = useRef<HTMLElement>(null)
  const sending = useSending(round.id, source.key, reporter)

  const show = useCallback((village: string) => {
    page.current?.querySelector<HTMLElement>(`[data-village="${village}"]`)?.focus()
  }, [])
  const send = () => {
    setTried(true)
    const cells = store.all()
    const entries = entriesOf(cells, villages, source)
    const [first] = wrongIn(cells, villages, source)
    if (first !== undefined) show(first)
    if (first !== undefined || entries.length === 0) return
    sending.mutate(
      { entries, basedOn: base },
      {
        onSuccess: ({ sentAt }) => {
          setTried(false)
          settle(cells, sentAt)
        },
      },
    )
  }
  const take = async () => {
    const newest = await reread()
    sending.reset()
    settle(cellsOf(newest), newest?.sentAt ?? null)
  }
  const goOn = async () => {
    const newest = await reread()
    sending.reset()
    draft.goOn(newest?.sentAt ?? null)
  }
  const undo = () => store.undo() && setHeard(words('undone'))
  const withKeys = (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase()
    // What is typed in a dialog of this page is that dialog's own business.
    if (!(event.ctrlKey || event.metaKey) || !event.currentTarget.contains(event.target as Node)) return
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) store.redo() && setHeard(words('redone'))
    else undo()
  }

  const refused = sending.error instanceof ApiProblem && sending.error.code === 'report-newer'
  const newer = latest !== null && (base === null || latest > base)
  const place = { round, source, reporter, villages }
  return (
    <section ref={page} aria-label={words('form')} onKeyDown={withKeys}>
      {!open && <Alert type="info" title={t('entryClosed')} />}
      {open && (refused || newer) && !sending.isPending && (
        <NewerReport at={newer ? latest : undefined} unsent={unsent} take={take} goOn={goOn} />
      )}
      {open && draft.restoredAt !== undefined && !newer && (
        <Restored at={draft.restoredAt} discard={() => settle(cellsOf(stored), stored?.sentAt ?? null)} />
      )}
      {open && <EntryTools {...{ store, place, undo }} applied={take} />}
      {open && view.now === 'order' ? (
        <OrderList store={store} villages={villages} say={setHeard} />
      ) : (
        <EntryGrid {...{ store, source, villages }} readOnly={!open} strict={tried} say={setHeard} />
      )}
      <p className="sr-only" role="status">
        {heard}
      </p>
      {open && (
        <>
          <EntryWarnings {...{ store, villages, source, show }} guards={round.policy.guards} />
          <SendBar
            {...{ store, villages, source, unsent, tried, send }}
            kept={draft.kept}
            again={base !== null}
            busy={sending.isPending}
          />
          <Unsaved
            unsaved={unsent}
            kept={draft.kept}
            labels={{
              title: words('leaveTitle'),
              text: words(draft.kept ? 'leaveKept' : 'leaveLost', { at: dates.momentShort(round.closesAt) }),
              stay: words('stay'),
              leave: words('leave'),
            }}
          />
        </>
      )}
      {sending.error && !refused && <ErrorState error={sending.error} />}
      {sending.data && sending.data.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('sentWith', { n: sending.data.entries })}
          description={
            <ul>
              {sending.data.warnings.slice(0, 20).map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  )
}

function Restored({ at, discard }: { at: string; discard: () => void }) {
  const t = useTexts(roundsTexts)
  const dates = useDates()
  return (
    <Alert
      type="info"
      title={t('restored', { at: dates.momentShort(at) })}
      action={<Button onClick={discard}>{t('discard')}</Button>}
    />
  )
}
