import { Link } from 'react-router'
import type { ListedCommitment } from '../../../../schema/api/assignments.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { villageName } from '../../../ui/ranking-words.ts'
import { PromiseRow } from './promise-row.tsx'

/** A promise with the interview it was made in and, once its day has passed, when somebody looks again. */
export function ChecklistRow({ commitment }: { commitment: ListedCommitment }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const { interview, lead, township, overdueAt, state } = commitment
  const mayTick = may('consequence.write', { township, village: lead })
  return (
    <PromiseRow commitment={commitment} mayTick={mayTick}>
      <p className="soft">
        <Link to={`/${county}/interviews/${interview.id}`}>
          {words(`consequence_${interview.kind}`)} {interview.subjectNames.map(villageName).join('、')}
        </Link>
        {state === 'open' && overdueAt !== null && (
          <>
            {' · '}
            {interview.followUpOn === null ? (
              <Link to={`/${county}/interviews/${interview.id}`}>{t('proposeFollowUp')}</Link>
            ) : (
              t('followUpSet', { day: dates.dayShort(interview.followUpOn) })
            )}
          </>
        )}
      </p>
    </PromiseRow>
  )
}
