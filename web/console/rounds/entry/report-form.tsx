import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { Board, RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Entry, Source } from '../../../../schema/api/ranking.ts'
import type { StoredReport } from '../../../../schema/api/reports.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'
import { cellsOf, emptyCell, entriesOf, problemIn } from './cells.ts'
import { EntryTable } from './entry-table.tsx'
import { PasteBox } from './paste-box.tsx'
import { SheetUpload } from './sheet-upload.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  round: RoundDetail
  board: Board
  source: Source
  reporter: { id: string; name: string }
  villages: RosterEntry[]
  stored: StoredReport | null
}

/** A report being filled in: typed, pasted or from a sheet; kept as a draft until it is sent. */
export function ReportForm({ round, board, source, reporter, villages, stored }: Props) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const draftKey = `report ${county} ${round.id} ${source.key} ${reporter.id}`
  const { cells, change, settle, restoredAt, unsent } = useDraft(draftKey, cellsOf(stored))
  const now = useNow()
  const open = round.state === 'open' && Date.parse(round.closesAt) > now
  const [tried, setTried] = useState(false)
  const sending = useSending({ round, source, reporter: reporter.id })
  const entries = entriesOf(cells, villages, source)
  const wrong = villages.filter(({ id }) => problemIn(cells[id] ?? emptyCell, source, villages.length)).length
  const send = () => {
    setTried(true)
    if (wrong > 0 || entries.length === 0) return
    sending.mutate(entries, { onSuccess: () => settle(cells) })
  }
  const place = { round, source, reporter: reporter.id, villages }
  return (
    <>
      <Header {...{ round, board, source, reporter, stored }} />
      {!open && <Alert type="info" title={t('entryClosed')} />}
      {open && restoredAt !== undefined && (
        <Restored at={restoredAt} discard={() => settle(cellsOf(stored))} />
      )}
      {open && (
        <div className="toolbar">
          <PasteBox {...place} fill={change} />
          <SheetUpload {...place} applied={(next) => settle(next)} />
        </div>
      )}
      <EntryTable {...place} cells={cells} change={change} readOnly={!open} strict={tried} />
      {open && (
        <div className="send-bar">
          <span role="status">
            {t('filled', { n: entries.length, of: villages.length })}
            {unsent && <span className="soft"> · {t('saveDraft')}</span>}
            {tried && entries.length === 0 && <strong className="wrong"> · {t('nothing')}</strong>}
          </span>
          <Button type="primary" size="large" loading={sending.isPending} onClick={send}>
            {t(stored ? 'sendAgain' : 'sendReport')}
          </Button>
        </div>
      )}
      {sending.error && <ErrorState error={sending.error} />}
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
    </>
  )
}

function Header({ round, board, source, reporter, stored }: Omit<Props, 'villages'>) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const name = useSourceName()
  const { member } = useCounty()
  const lead = t('entryLead', {
    reporter: reporter.name,
    board: board.name,
    round: words('round', { no: round.no }),
    at: dates.momentShort(round.closesAt),
  })
  return (
    <PageHeader
      title={t('entryTitle', { source: name(source.key) })}
      hint={
        <>
          {lead}
          {stored && ` · ${t('lastSent', { at: dates.momentShort(stored.sentAt) })}`}
          {member.scope.kind === 'county' && (
            <>
              <br />
              {t('onBehalfOf', { reporter: reporter.name })}
            </>
          )}
        </>
      }
    />
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

function useSending({ round, source, reporter }: { round: RoundDetail; source: Source; reporter: string }) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const param = { county, id: round.id, source: source.key, reporter }
  return useChange({
    send: (entries: Entry[], options) =>
      answer(
        api.counties[':county'].rounds[':id'].reports[':source'][':reporter'].$put(
          { param, json: { entries } },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', round.id, 'reports'],
      [county, 'rounds', round.id, 'standings'],
    ],
    done: (receipt) => message.success(t('sent', { n: receipt.entries })),
  })
}
