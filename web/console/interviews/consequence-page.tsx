import { Alert, Button, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { DueDay } from './due-day.tsx'
import { Facts } from './facts.tsx'
import { useMayRecord } from './may-record.ts'
import { Paper } from './paper.tsx'
import { Promises } from './promises.tsx'
import { useConsequence } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { RecordShown } from './record-shown.tsx'
import { StepButtons } from './steps/step-buttons.tsx'
import { Story } from './story.tsx'

/** One interview (or reminder, notice, commendation): whom it calls and why, its record, what was promised. */
export default function ConsequencePage() {
  const { consequence: id = '' } = useParams()
  const { data, error, refetch } = useConsequence(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={id} consequence={data} /> : <Spin />
}

function Loaded({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const mayRecord = useMayRecord()(consequence)
  const { kind, record, state, stage, subjectNames, townshipName, dueOn } = consequence
  const [only = '', ...more] = subjectNames
  const who = more.length === 0 ? villageName(only) : (townshipName ?? '')
  return (
    <>
      <div className="interview">
        <PageHeader
          title={t('pageTitle', { kind: words(`consequence_${kind}`), who })}
          hint={
            <>
              {t(`stage_${stage}`)} · <DueDay dueOn={dueOn} waiting={state === 'proposed'} />
            </>
          }
          actions={
            <>
              <Link to={`/${county}/interviews`}>{t('backToList')}</Link>
              <Button onClick={() => print()}>{t('print')}</Button>
            </>
          }
        />
        <Rests consequence={consequence} />
        <Facts consequence={consequence} />
        <StepButtons consequence={consequence} />
        {state === 'proposed' && mayRecord && <RecordForm consequence={consequence} />}
        {state === 'proposed' && !mayRecord && <p className="soft">{t('notYetRecorded')}</p>}
        {record && <RecordShown record={record} />}
        {record && <Promises consequence={consequence} mayTick={mayRecord} />}
        <Story consequence={consequence} />
      </div>
      <Paper consequence={consequence} />
    </>
  )
}

/** Why nothing is to be done now: an objection is waited for, or the colour was taken back. */
function Rests({ consequence }: { consequence: Consequence }) {
  const { state, reason, round, cancelledByHand } = consequence
  const t = useTexts(interviewsTexts)
  const { county, may } = useCounty()
  if (state !== 'paused' && state !== 'cancelled') return null
  return (
    <Alert
      type="info"
      title={t(cancelledByHand ? 'rests_byHand' : `rests_${state}`)}
      description={reason === null ? undefined : t('because', { reason })}
      action={
        state === 'paused' &&
        may('objection.read') && (
          <Link to={`/${county}/rounds/${round}?tab=objections`}>{t('toObjections')}</Link>
        )
      }
    />
  )
}
