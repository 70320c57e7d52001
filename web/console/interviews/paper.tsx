import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSetup } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { villageName } from '../../ui/ranking-words.ts'
import { usePublishedRounds } from './queries.ts'

/**
 * What comes out of the printer, on one A4: above the notice to those who are called, below the record, with lines to
 * write on as long as there is none.
 */
export function Paper({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const kind = words(`consequence_${consequence.kind}`)
  return (
    <article className="paper">
      <Notice consequence={consequence} kind={kind} />
      <h2>{t('paperRecord', { kind })}</h2>
      <Record consequence={consequence} />
      <p className="signatures">
        <span>{t('signHost')}</span>
        <span>{t('signCalled')}</span>
        <span>{t('signDate')}</span>
      </p>
    </article>
  )
}

function Notice({ consequence, kind }: { consequence: Consequence; kind: string }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const postName = useTexts(rolesTexts)
  const bandName = useTexts(uiTexts)
  const dates = useDates()
  const now = useNow(600)
  const office = useSetup().data
  const { round, roundNo, band, townshipName, subjectNames, posts, dueOn, schedule } = consequence
  const board = usePublishedRounds().get(round)?.board ?? ''
  return (
    <>
      <h2>{t('paperNotice', { kind })}</h2>
      <p>
        {posts.map(({ post, areaName, holder }, i) => (
          <span key={`${areaName} ${post} ${holder}`}>
            {i > 0 && '、'}
            {villageName(areaName)} {postName(post)} {holder ?? '＿＿＿＿＿＿'}
          </span>
        ))}
      </p>
      <p>
        {t('paperText', {
          board: `${board} ${words('round', { no: roundNo })}`,
          villages: `${townshipName ?? ''} ${subjectNames.map(villageName).join('、')}`,
          band: bandName(band),
          kind,
          day: dates.day(dueOn),
        })}
      </p>
      {schedule && (
        <p>
          {t('paperPlanned', {
            at: dates.moment(schedule.at),
            venue: schedule.venue,
            host: schedule.host,
          })}
        </p>
      )}
      <p className="issuer">
        {office?.name} {office?.office}
        <br />
        {dates.day(now)}
      </p>
    </>
  )
}

function Record({ consequence: { record } }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  return (
    <dl>
      <dt>{t('heldAt')}</dt>
      <dd>{record && dates.moment(record.heldAt)}</dd>
      <dt>{t('attendees')}</dt>
      <dd>{record?.attendees.join('、')}</dd>
      <dt>{t('summary')}</dt>
      <dd className={record ? 'said' : 'room'}>{record?.summary}</dd>
      <dt>{t('commitments')}</dt>
      <dd className={record ? '' : 'room'}>
        {record && (
          <ol>
            {record.commitments.map(({ text, dueOn }) => (
              <li key={`${text} ${dueOn}`}>
                {text}（{t('dueOn', { day: dates.day(dueOn) })}）
              </li>
            ))}
          </ol>
        )}
      </dd>
      <dt>{t('followUp')}</dt>
      <dd>{record?.followUpOn && dates.day(record.followUpOn)}</dd>
    </dl>
  )
}
