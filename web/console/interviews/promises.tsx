import { Checkbox } from 'antd'
import type { AssignmentChange } from '../../../schema/api/assignments.ts'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { DueDay } from './due-day.tsx'
import { useCommitments } from './queries.ts'

/** What was promised, as a list to tick off. */
export function Promises({ consequence: { id }, mayTick }: { consequence: Consequence; mayTick: boolean }) {
  const t = useTexts(interviewsTexts)
  const { data, error, refetch } = useCommitments(id)
  const ticking = useTicking(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return null
  // What was just ticked shows at once; refused, it goes back to what it was.
  const sent = ticking.isPending ? ticking.variables : undefined
  const done = data.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">
        {t('commitments')}{' '}
        {data.length > 0 && <span className="soft">{t('kept', { n: done, of: data.length })}</span>}
      </h2>
      {data.length === 0 && <p className="soft">{t('noCommitments')}</p>}
      {ticking.error && <ErrorState error={ticking.error} />}
      <ul className="promises">
        {data.map(({ id: assignment, text, dueOn, state }) => (
          <li key={assignment} className="promised">
            <Checkbox
              checked={(sent?.assignment === assignment ? sent.state : state) === 'done'}
              disabled={!mayTick || state === 'cancelled' || ticking.isPending}
              onChange={({ target }) =>
                ticking.mutate({ assignment, state: target.checked ? 'done' : 'open' })
              }
            >
              <span className={state === 'open' ? 'said' : 'said soft'}>{text}</span>
            </Checkbox>
            <DueDay dueOn={dueOn} waiting={state === 'open'} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function useTicking(id: string) {
  const { county } = useCounty()
  return useChange({
    send: ({ assignment, state }: { assignment: string } & AssignmentChange, options) =>
      answer(
        api.counties[':county'].assignments[':id'].$patch(
          { param: { county, id: assignment }, json: { state } },
          options,
        ),
      ),
    renews: [[county, 'consequences', id]],
  })
}
