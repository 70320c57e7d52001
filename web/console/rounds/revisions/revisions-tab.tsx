import { Button, Spin } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { RevisionSummary } from '../../../../schema/api/revisions.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useMayKeep } from '../may-keep.ts'
import { useRevisions } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'
import { Correction } from './correction.tsx'
import { OldStandings } from './old-standings.tsx'

/** Every published reading of a round, oldest first: read, check, download; and correcting by a new one. */
export function RevisionsTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const { data, error, refetch } = useRevisions(round.id)
  const mayCorrect = useMayKeep({ round, board }, 'revision.write') && round.state === 'published'
  const [correcting, setCorrecting] = useState(false)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  if (data.length === 0) return <EmptyState title={t('noRevisions')} hint={t('noRevisionsHint')} />
  return (
    <>
      {data.map((revision) => (
        <Revision key={revision.no} round={round} board={board} revision={revision} />
      ))}
      {mayCorrect && !correcting && <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button>}
      {correcting && <Correction round={round} close={() => setCorrecting(false)} />}
    </>
  )
}

function Revision({ round, revision }: OfRound & { revision: z.infer<typeof RevisionSummary> }) {
  const t = useTexts(roundsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const [open, setOpen] = useState(false)
  const { no, sha256, reason, publishedAt } = revision
  const checking = useChange({
    send: (_: undefined) =>
      answer(
        api.counties[':county'].rounds[':id'].revisions[':no'].recomputation.$get({
          param: { county, id: round.id, no: String(no) },
        }),
      ),
  })
  return (
    <section>
      <h2>
        {t('revisionNo', { n: no })}{' '}
        <span className="soft">{t('publishedAt', { at: dates.momentShort(publishedAt) })}</span>
      </h2>
      <p>{reason ? `${t('reason')}：${reason}` : no === 1 && t('original')}</p>
      <p className="soft fingerprint">
        {t('fingerprint')} <code>{sha256}</code>
      </p>
      <div className="toolbar">
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('standings')}
        </Button>
        <Button href={`/api/v1/counties/${county}/rounds/${round.id}/revisions/${no}/inputs`} download>
          {t('inputs')}
        </Button>
        <Button loading={checking.isPending} onClick={() => checking.mutate(undefined)}>
          {t('recompute')}
        </Button>
        <span role="status">
          {checking.data && (checking.data.matches ? `✓ ${t('recomputeSame')}` : `! ${t('recomputeOther')}`)}
        </span>
      </div>
      {checking.error && <ErrorState error={checking.error} />}
      {open && <OldStandings round={round} no={no} />}
    </section>
  )
}
