import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useTexts } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PromiseRow } from './checklist/promise-row.tsx'
import { useCommitments } from './queries.ts'

/** What was promised, as a list to tick off. */
export function Promises({ consequence: { id }, mayTick }: { consequence: Consequence; mayTick: boolean }) {
  const t = useTexts(interviewsTexts)
  const { data, error, refetch } = useCommitments(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return null
  const done = data.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">
        {t('commitments')}{' '}
        {data.length > 0 && <span className="soft">{t('kept', { n: done, of: data.length })}</span>}
      </h2>
      {data.length === 0 && <p className="soft">{t('noCommitments')}</p>}
      <ul className="promises">
        {data.map((commitment) => (
          <PromiseRow key={commitment.id} commitment={commitment} mayTick={mayTick} />
        ))}
      </ul>
    </section>
  )
}
