import { Button, Spin, Tag } from 'antd'
import { useState } from 'react'
import type { Objection } from '../../../../schema/api/consequences.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useSourceName, villageName } from '../../../ui/ranking-words.ts'
import { useMayKeep } from '../may-keep.ts'
import { useObjections } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'
import { FileObjection } from './file-objection.tsx'
import { RulingForm } from './ruling-form.tsx'

/** The objections to a closed round within the member's reach: filing one, ruling on one. */
export function ObjectionsTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const { may } = useCounty()
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
  return (
    <>
      {data.length === 0 ? (
        <EmptyState title={t('noObjections')} hint={t('noObjectionsHint')} action={file} />
      ) : (
        <div className="toolbar">{file}</div>
      )}
      {data.map((objection) => (
        <ObjectionEntry key={objection.id} objection={objection} round={round} board={board} />
      ))}
      {filing && <FileObjection round={round} close={() => setFiling(false)} />}
    </>
  )
}

function ObjectionEntry({ objection, round, board }: OfRound & { objection: Objection }) {
  const t = useTexts(roundsTexts)
  const dates = useDates()
  const mayRule = useMayKeep({ round, board }, 'objection.rule')
  const [ruling, setRuling] = useState(false)
  const township = round.roster.find(({ id }) => id === objection.subject)?.townshipName
  const pending = objection.state === 'pending'
  return (
    <section className="objection">
      <h2>
        {villageName(objection.name)} <span className="soft">{township}</span>{' '}
        <Tag>{t(`objection_${objection.state}`)}</Tag>
      </h2>
      <p className="soft">{t('filedAt', { at: dates.momentShort(objection.filedAt) })}</p>
      <p className="said">{objection.text}</p>
      {objection.reason && (
        <p className="said">
          <strong>{t('ruling')}：</strong>
          {objection.reason}
        </p>
      )}
      <Amendments objection={objection} />
      {pending && mayRule && round.state === 'closed' && !ruling && (
        <Button onClick={() => setRuling(true)}>{t('rule')}</Button>
      )}
      {ruling && pending && <RulingForm objection={objection} round={round} close={() => setRuling(false)} />}
    </section>
  )
}

function Amendments({ objection }: { objection: Objection }) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  if (objection.amendments.length === 0) return null
  return (
    <ul>
      {objection.amendments.map(({ source, subject, value }) => (
        <li key={`${source} ${subject}`}>
          {value === null
            ? t('amendedAway', { source: name(source) })
            : t('amendedTo', { source: name(source), value })}
        </li>
      ))}
    </ul>
  )
}
