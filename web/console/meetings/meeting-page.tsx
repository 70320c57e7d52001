import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Decision, MeetingDetail } from '../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../i18n/meetings.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DecisionLine } from './decision-line.tsx'
import { IssueDialog } from './hand-on/issue-dialog.tsx'
import { TaskDialog } from './hand-on/task-dialog.tsx'
import { useMeeting } from './queries.ts'

/** The record of one meeting, on paper too, and what became of what it decided. */
export default function MeetingPage() {
  const t = useTexts(meetingsTexts)
  const { county, may } = useCounty()
  const { meeting: id = '' } = useParams()
  const go = useNavigate()
  const { data, error, refetch } = useMeeting(id)
  const [handing, setHanding] = useState<{ to: 'task' | 'issue'; decision: Decision }>()
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <div className="loading" />
  const mayWrite = may('meeting.write', { township: data.township })
  const close = () => setHanding(undefined)
  return (
    <article className="meeting">
      <PageHeader
        title={data.title}
        hint={<Link to={`/${county}/meetings`}>{t('back')}</Link>}
        actions={
          <>
            <Button onClick={() => window.print()}>{t('print')}</Button>
            {mayWrite && <Button onClick={() => go(`/${county}/meetings/${id}/edit`)}>{t('edit')}</Button>}
          </>
        }
      />
      <Facts meeting={data} />
      <section>
        <h2>{t('decisions')}</h2>
        {data.decisions.length === 0 && <p className="soft">{t('nothing')}</p>}
        <ol className="decisions">
          {data.decisions.map((decision) => (
            <DecisionLine
              key={decision.id}
              decision={decision}
              {...(mayWrite ? { handOn: (to: 'task' | 'issue') => setHanding({ to, decision }) } : {})}
            />
          ))}
        </ol>
      </section>
      <Said meeting={data} />
      {handing?.to === 'task' && <TaskDialog meeting={id} decision={handing.decision} close={close} />}
      {handing?.to === 'issue' && <IssueDialog meeting={id} decision={handing.decision} close={close} />}
    </article>
  )
}

function Facts({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingsTexts)
  const dates = useDates()
  const { kind, heldAt, venue, ownerName, attendance } = meeting
  return (
    <dl className="facts">
      <dt>{t('kind')}</dt>
      <dd>{t(`kind_${kind}`)}</dd>
      <dt>{t('heldAt')}</dt>
      <dd>{dates.moment(heldAt)}</dd>
      {venue !== null && (
        <>
          <dt>{t('venue')}</dt>
          <dd>{venue}</dd>
        </>
      )}
      <dt>{t('owner')}</dt>
      <dd>{ownerName}</dd>
      {attendance.length > 0 && (
        <>
          <dt>{t('attendance')}</dt>
          <dd>
            <ul className="attendance">
              {attendance.map(({ name, present, heads }) => (
                <li key={name}>
                  {name}{' '}
                  <span className={present ? 'soft' : 'wrong'}>{t(present ? 'present' : 'absent')}</span>
                  {heads > 0 && <span className="soft"> {t('heads', { n: heads })}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

function Said({ meeting: { agenda, speeches } }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingsTexts)
  return (
    <>
      {agenda.length > 0 && (
        <section>
          <h2>{t('agenda')}</h2>
          <ol>
            {agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </section>
      )}
      {speeches.length > 0 && (
        <section>
          <h2>{t('speeches')}</h2>
          {speeches.map(({ speaker, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same person may speak twice, and a record's speeches do not move
            <div key={at} className="speech">
              <h3>{speaker}</h3>
              <p>{text}</p>
            </div>
          ))}
        </section>
      )}
    </>
  )
}
