import { Link } from 'react-router'
import type { Round } from '../../../schema/api/boards.ts'
import type { ReportOverview } from '../../../schema/api/reports.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import type { Week } from './boards.ts'
import { useOverview } from './queries.ts'
import { useReminder } from './reminder.tsx'

type SourceReports = ReportOverview['sources'][number]
const namesShown = 12

/** Who has not reported, source by source; each name leads to where that report is entered. */
export function Missing({ week }: { week: Week }) {
  const t = useTexts(cockpitTexts)
  const round = week.open ?? week.closed[0]
  const overview = useOverview(round?.id)
  const heading = `missing-${week.board.id}`
  return (
    <section aria-labelledby={heading}>
      <div className="source-line">
        <h3 id={heading}>{t('missingTitle')}</h3>
        {round?.state === 'open' && overview.data && (
          <RemindAll week={week} round={round} sources={overview.data.sources} />
        )}
      </div>
      {!round && <p className="soft">{t('noneToReport')}</p>}
      {overview.error && !overview.data && (
        <ErrorState error={overview.error} retry={() => overview.refetch()} />
      )}
      {round && overview.data && (
        <ul className="sources">
          {overview.data.sources.map((source) => (
            <li key={source.source}>
              <OfSource week={week} round={round} source={source} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One message for the group chat with everything that is missing, where more than one source has gaps. */
function RemindAll({
  week,
  round,
  sources,
}: {
  week: Week
  round: Round
  sources: readonly SourceReports[]
}) {
  const t = useTexts(cockpitTexts)
  const { may } = useCounty()
  const { remind, byHand } = useReminder(week.board, round)
  const gaps = sources.flatMap(({ source, reporters }) => {
    const missing = reporters.filter(({ state }) => state === 'missing')
    return missing.length > 0 ? [{ source, missing }] : []
  })
  if (gaps.length < 2 || !may('round.write', week.target)) return null
  return (
    <>
      <button type="button" className="button small" onClick={() => remind(gaps)}>
        {t('copyAllReminders')}
      </button>
      {byHand}
    </>
  )
}

function OfSource({ week, round, source }: { week: Week; round: Round; source: SourceReports }) {
  const t = useTexts(cockpitTexts)
  const { county, may } = useCounty()
  const name = useSourceName()
  const { remind, byHand } = useReminder(week.board, round)
  const { reporters } = source
  const missing = reporters.filter(({ state }) => state === 'missing')
  const place = `/${county}/rounds/${round.id}`
  return (
    <>
      <div className="source-line">
        <span>{name(source.source)}</span>
        <span className="number">
          {t('reported', { n: reporters.length - missing.length, total: reporters.length })}
        </span>
        {round.state === 'open' && missing.length > 0 && may('round.write', week.target) && (
          <button
            type="button"
            className="button small"
            onClick={() => remind([{ source: source.source, missing }])}
          >
            {t('copyReminder')}
          </button>
        )}
        {byHand}
      </div>
      {missing.length === 0 ? (
        <p className="soft">{t(reporters.length === 0 ? 'noReporters' : 'allIn')}</p>
      ) : (
        <p className="names">
          {missing.slice(0, namesShown).map(({ reporter, name: who }) => (
            <Link key={reporter} to={`${place}/reports/${source.source}/${reporter}`}>
              {who}
            </Link>
          ))}
          {missing.length > namesShown && (
            <Link to={`${place}?tab=reports`}>{t('allOf', { n: missing.length })}</Link>
          )}
        </p>
      )}
    </>
  )
}
