import { Button } from 'antd'
import type { AssignmentChange } from '../../../schema/api/assignments.ts'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useCommitments } from './queries.ts'

type Props = { consequence: Consequence; record: NonNullable<Consequence['record']> }

/** The record as it is read and printed, with lines to sign on. */
export function RecordSheet({ consequence, record }: Props) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  return (
    <section className="record">
      <h2>{t('recordTitle')}</h2>
      <dl className="facts">
        <dt>{t('heldAt')}</dt>
        <dd>{dates.moment(record.heldAt)}</dd>
        <dt>{t('attendees')}</dt>
        <dd>{record.attendees.join('、')}</dd>
        <dt>{t('summary')}</dt>
        <dd className="said">{record.summary}</dd>
        {record.followUpOn && (
          <>
            <dt>{t('followUp')}</dt>
            <dd>{dates.day(record.followUpOn)}</dd>
          </>
        )}
      </dl>
      <Promised consequence={consequence} />
      <p className="signatures">{t('signatures')}</p>
    </section>
  )
}

function Promised({ consequence: { id, township } }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const { data = [] } = useCommitments(id, true)
  const changing = useChange({
    send: ({ assignment, state }: { assignment: string; state: AssignmentChange['state'] }, options) =>
      answer(
        api.counties[':county'].assignments[':id'].$patch(
          { param: { county, id: assignment }, json: { state } },
          options,
        ),
      ),
    renews: [[county, 'consequences', id]],
  })
  if (data.length === 0) return null
  return (
    <>
      <h2>{t('commitments')}</h2>
      {changing.error && <ErrorState error={changing.error} />}
      <ol>
        {data.map(({ id: assignment, text, dueOn, state }) => (
          <li key={assignment}>
            {text} <span className="soft">{t('dueOn', { day: dates.day(dueOn) })}</span> ·{' '}
            {t(`assignment_${state}`)}{' '}
            {may('consequence.write', { township }) && state !== 'cancelled' && (
              <Button
                size="small"
                onClick={() => changing.mutate({ assignment, state: state === 'open' ? 'done' : 'open' })}
              >
                {t(state === 'open' ? 'done' : 'reopen')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
