import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { Holders } from './holders.tsx'
import { useConsequence } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { RecordSheet } from './record-sheet.tsx'

/** One interview (or reminder, notice, commendation): whom it calls and why, its record, what was promised. */
export function ConsequencePage() {
  const { consequence: id = '' } = useParams()
  const { data, error, refetch } = useConsequence(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={id} consequence={data} /> : <Spin />
}

function Loaded({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const { kind, record, state, township, subjectNames, townshipName, reason, dueOn } = consequence
  const [only, ...more] = subjectNames
  const who = only !== undefined && more.length === 0 ? villageName(only) : (townshipName ?? '')
  const mayRecord = may('consequence.write', { township }) && (state === 'proposed' || state === 'recorded')
  const [editing, setEditing] = useState(record === null && mayRecord)
  return (
    <div className="interview">
      <PageHeader
        title={t('pageTitle', { kind: words(`consequence_${kind}`), who })}
        hint={`${t(`state_${state}`)} · ${t('dueOn', { day: dates.day(dueOn) })}`}
        actions={
          <>
            <Link to={`/${county}/interviews`}>{t('backToList')}</Link>
            {record && <Button onClick={() => print()}>{t('print')}</Button>}
          </>
        }
      />
      {state === 'paused' && <Alert type="info" title={t('pausedHint')} />}
      <Facts consequence={consequence} />
      {reason && (
        <p>
          {t('reason')}：{reason}
        </p>
      )}
      {editing && <RecordForm consequence={consequence} close={() => setEditing(false)} />}
      {!editing && record && <RecordSheet consequence={consequence} record={record} />}
      {!editing && mayRecord && (
        <Button onClick={() => setEditing(true)}>{t(record ? 'change' : 'record')}</Button>
      )}
    </div>
  )
}

function Facts({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const bandName = useTexts(uiTexts)
  const { county } = useCounty()
  const { subjects, subjectNames, round, roundNo, band, posts, townshipName } = consequence
  return (
    <dl className="facts">
      <dt>{t('why')}</dt>
      <dd>
        <Link to={`/${county}/rounds/${round}?tab=standings`}>
          {t('whyOf', { no: roundNo, band: bandName(band) })}
        </Link>
      </dd>
      <dt>{t('villages')}</dt>
      <dd>
        {townshipName}{' '}
        {subjects.map((subject, i) => (
          <span key={subject}>
            {i > 0 && '、'}
            <Link to={`/${county}/rounds/${round}/why/${subject}`}>
              {villageName(subjectNames[i] ?? subject)}
            </Link>
          </span>
        ))}
      </dd>
      <dt>{t('posts')}</dt>
      <dd>
        <Holders posts={posts} />
      </dd>
    </dl>
  )
}
