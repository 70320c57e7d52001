import { Link } from 'react-router'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { DueDay } from './due-day.tsx'
import { Holders } from './holders.tsx'
import { useMayRecord } from './may-record.ts'

/** One thing to be done: what, about whom, with whom, by when. */
export function Card({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const mayRecord = useMayRecord()(consequence)
  const { id, kind, band, state, stage, schedule, promises, subjectNames, townshipName, posts, reason } =
    consequence
  const dates = useDates()
  return (
    <div className="card">
      <div className="what">
        <Link
          to={`/${county}/interviews/${id}`}
          aria-label={`${words(`consequence_${kind}`)} ${townshipName} ${subjectNames.map(villageName).join('、')}`}
        >
          <b>{words(`consequence_${kind}`)}</b>
        </Link>
        <span>{townshipName}</span>
        <Band band={band} />
      </div>
      <div className="about">
        <span>{subjectNames.map(villageName).join('、')}</span>
        <Holders posts={posts} />
        {stage === 'scheduled' && schedule && (
          <p>
            {t('stage_scheduled')} {dates.momentShort(schedule.at)} {schedule.venue}
          </p>
        )}
        {state === 'recorded' && (
          <p className="soft">
            {t(`stage_${stage}`)}
            {promises.open + promises.done > 0 &&
              ` · ${t('kept', { n: promises.done, of: promises.open + promises.done })}`}
          </p>
        )}
        {reason !== null && <p className="soft">{t('because', { reason })}</p>}
      </div>
      <div className="when">
        <DueDay dueOn={consequence.dueOn} waiting={state === 'proposed'} />
        <Link to={`/${county}/interviews/${id}`} aria-hidden="true" tabIndex={-1}>
          {t(state === 'proposed' && mayRecord ? 'record' : 'view')}
        </Link>
      </div>
    </div>
  )
}
