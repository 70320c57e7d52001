import { Link } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { villageName } from '../../ui/ranking-words.ts'
import { usePromises, useProposed } from './queries.ts'
import { useOwnObjections } from './use-own-objections.ts'

const shown = 6

/** For a village or township: which talks are ahead, what was promised and is still owed, what became of objections. */
export function Owed() {
  const { member, may } = useCounty()
  if (member.scope.kind === 'county' || !may('consequence.read')) return null
  return (
    <>
      <Talks />
      <Promised />
      <Objections />
    </>
  )
}

/** Talks with a time and a place. */
function Talks() {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const { county } = useCounty()
  const ahead = useProposed(true).data?.filter(({ stage }) => stage === 'scheduled') ?? []
  if (ahead.length === 0) return null
  return (
    <section className="owed" aria-labelledby="talks">
      <h2 id="talks">{t('talksAhead')}</h2>
      <ul>
        {ahead.slice(0, shown).map(({ id, schedule, subjectNames }) => (
          <li key={id}>
            <Link to={`/${county}/interviews/${id}`}>{subjectNames.map(villageName).join('、')}</Link>
            <span className="soft">
              {schedule && `${dates.momentShort(schedule.at)} · ${schedule.venue}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was promised and is not done yet. */
function Promised() {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const { county } = useCounty()
  const promises = usePromises(true).data
  if (!promises) return null
  return (
    <section className="owed" aria-labelledby="promised">
      <h2 id="promised">{t('promised')}</h2>
      {promises.length === 0 && <p className="soft">{t('nothingPromised')}</p>}
      <ul>
        {promises.slice(0, shown).map(({ id, text, dueOn, overdueAt, interview }) => (
          <li key={id}>
            <Link to={`/${county}/interviews/${interview.id}`}>{text}</Link>
            <span className={overdueAt === null ? 'soft' : 'wrong'}>
              {interview.subjectNames.map(villageName).join('、')} ·{' '}
              {t(overdueAt === null ? 'dueOn' : 'wasDueOn', { at: dates.dayShort(dueOn) })}
            </span>
          </li>
        ))}
      </ul>
      {promises.length > shown && (
        <Link to={`/${county}/interviews?tab=promises`}>{t('allOf', { n: promises.length })}</Link>
      )}
    </section>
  )
}

/** What this member's objections have come to. */
function Objections() {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const objections = useOwnObjections(may('objection.read'))
  if (objections.length === 0) return null
  return (
    <section className="owed" aria-labelledby="objections">
      <h2 id="objections">{t('objections')}</h2>
      <ul>
        {objections.slice(0, shown).map(({ id, round, name, state, filedAt, boardName, roundNo }) => (
          <li key={id}>
            <Link to={`/${county}/rounds/${round}?tab=objections`}>
              {villageName(name)} · {t('objectionOf', { board: boardName, no: roundNo })}
            </Link>
            <span className="soft">
              {t(`objection_${state}`)} · {t('filedAt', { at: dates.momentShort(filedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
