import { Button, Spin } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { objectionsTexts } from '../../../i18n/objections.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useWaited } from '../../../lib/use-waited.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useObjections } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'
import { FileObjection } from './file-objection.tsx'
import { ObjectionEntry } from './objection-entry.tsx'

/** The objections to a round within the member's reach: those waiting first; filing one, ruling on one. */
export function ObjectionsTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const { may } = useCounty()
  const [params] = useSearchParams()
  const { data, error, refetch } = useObjections(round.id)
  const [filing, setFiling] = useState(false)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  const mayFile = round.state === 'closed' && may('objection.write')
  const file = mayFile && (
    <Button type="primary" onClick={() => setFiling(true)}>
      {t('file')}
    </Button>
  )
  const asked = params.get('objection')
  const ordered = [
    ...data.filter(({ state }) => state === 'pending'),
    ...data.filter(({ state }) => state !== 'pending'),
  ]
  return (
    <>
      <Window round={round} board={board} />
      {data.length === 0 ? (
        <EmptyState title={t('noObjections')} hint={t('noObjectionsHint')} action={file} />
      ) : (
        <div className="toolbar">{file}</div>
      )}
      {ordered.map((objection) => (
        <ObjectionEntry
          key={objection.id}
          objection={objection}
          round={round}
          board={board}
          asked={objection.id === asked}
        />
      ))}
      {filing && <FileObjection round={round} close={() => setFiling(false)} />}
    </>
  )
}

/** Until when one may object. */
function Window({ round }: OfRound) {
  const own = useTexts(objectionsTexts)
  const waited = useWaited()
  const now = useNow()
  if (round.state === 'open') return <p className="soft">{own('windowBefore')}</p>
  if (round.state === 'published') return <p className="soft">{own('windowClosed')}</p>
  return <p className="soft">{own('window', { time: waited(round.closedAt ?? round.closesAt, now) })}</p>
}
