import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useConnection } from '../../lib/connection.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { usePulse } from '../../lib/pulse.ts'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWeeks, type Week } from './boards.ts'
import { Clock } from './clock.tsx'
import { Missing } from './missing.tsx'
import { MyReports } from './my-reports.tsx'
import { Owed } from './owed.tsx'
import { OwnVillage } from './own-village.tsx'
import { Reds } from './reds.tsx'
import { Today } from './today.tsx'

/** The week at a glance: who has not reported, who is red and why, what this member must do today. */
export function WeekView() {
  const t = useTexts(cockpitTexts)
  const { member, may } = useCounty()
  // Whoever reports, or is ranked itself, sees that first; everybody else what is to be done.
  const mineFirst = member.scope.kind === 'village' || (member.scope.kind !== 'county' && may('report.write'))
  const asOf = usePulse()
  const { data, error, refetch } = useWeeks()
  if (error && !data) return <ErrorState error={error} retry={refetch} />
  if (!data) return null
  if (data.length === 0) {
    return (
      <div className="week-view watching">
        <p className="soft">{t('noBoards')}</p>
        <Today weeks={data} />
      </div>
    )
  }
  return (
    <>
      {asOf > 0 && <Freshness asOf={asOf} />}
      <div className={mineFirst ? 'week-view' : 'week-view watching'}>
        <div className="weeks">
          {data.map((week) => (
            <article key={week.board.id}>
              <Clock week={week} />
              <Parts week={week} />
            </article>
          ))}
        </div>
        <div className="asides">
          <Today weeks={data} />
          <Owed />
        </div>
      </div>
    </>
  )
}

/** What concerns this member: a village its own place, a reporter its own reports, an office everybody's. */
function Parts({ week }: { week: Week }) {
  const { member, may } = useCounty()
  const { kind, id } = member.scope
  if (kind === 'village' && id !== null) return <OwnVillage week={week} village={id} />
  const watches = may('report.read') && (kind === 'county' || may('round.write', week.target))
  const reports = kind !== 'county' && may('report.write')
  return (
    <div className="parts">
      {reports && <MyReports week={week} />}
      {watches && <Missing week={week} />}
      <Reds week={week} brief={member.scope.kind === 'unit' && reports} />
    </div>
  )
}

/** Since when what is on screen has been right; while the server cannot be reached, that it is no longer fresh. */
function Freshness({ asOf }: { asOf: number }) {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const connected = useConnection()
  return (
    <p className={connected ? 'soft as-of' : 'wrong as-of'}>
      {t(connected ? 'asOf' : 'staleSince', { at: dates.momentShort(asOf) })}
    </p>
  )
}
