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
import { usePublishedRounds } from './queries.ts'

/** What it follows from, which villages, and who is called. */
export function Facts({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const { subjects, subjectNames, round, roundNo, band, posts, townshipName } = consequence
  const { schedule, followUpOn, completedAt, completionNote } = consequence
  const dates = useDates()
  const board = usePublishedRounds().get(round)?.board
  return (
    <dl className="facts">
      <dt>{t('why')}</dt>
      <dd>
        <Link to={`/${county}/rounds/${round}?tab=standings`}>
          {board} {words('round', { no: roundNo })}
        </Link>{' '}
        <Band band={band} />
      </dd>
      <dt>{words('township')}</dt>
      <dd>{townshipName}</dd>
      <dt>{t('villages')}</dt>
      <dd>
        <ul className="holders">
          {subjects.map((subject, i) => (
            <li key={subject}>
              {villageName(subjectNames[i] ?? subject)}{' '}
              <Link to={`/${county}/rounds/${round}/why/${subject}`}>{t('whyPlace')}</Link>
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t('posts')}</dt>
      <dd>
        <Holders posts={posts} />
      </dd>
      {schedule && (
        <>
          <dt>{t('planned')}</dt>
          <dd>
            {dates.moment(schedule.at)} · {schedule.venue} · {t('hostedBy', { host: schedule.host })}
          </dd>
        </>
      )}
      {followUpOn !== null && (
        <>
          <dt>{t('followUp')}</dt>
          <dd>
            <DueDay dueOn={followUpOn} waiting={completedAt === null} />
          </dd>
        </>
      )}
      {completedAt !== null && (
        <>
          <dt>{t('stage_done')}</dt>
          <dd>
            {dates.moment(completedAt)}{' '}
            {completionNote !== null && <span className="said">{completionNote}</span>}
          </dd>
        </>
      )}
    </dl>
  )
}
