import { useNavigate } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useUnits } from '../../lib/county-areas.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import type { Week } from './boards.ts'
import { useOverview } from './queries.ts'

/** What this reporter owes the open round, each with one large button to it. */
export function MyReports({ week }: { week: Week }) {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const go = useNavigate()
  const { county, member } = useCounty()
  const name = useSourceName()
  const { open } = week
  const overview = useOverview(open?.id)
  const usual = useUsualSources(week)
  const heading = `mine-${week.board.id}`
  const desks = overview.data?.sources.flatMap(({ source, reporters }) => {
    const mine = reporters.find(({ reporter }) => reporter === member.scope.id)
    return mine && (mine.state === 'reported' || usual.has(source)) ? [{ source, ...mine }] : []
  })
  if (!open) return null
  return (
    <section className="mine" aria-labelledby={heading}>
      <h3 id={heading}>{t('myReports')}</h3>
      {overview.error && !overview.data && (
        <ErrorState error={overview.error} retry={() => overview.refetch()} />
      )}
      {desks?.length === 0 && <p className="soft">{t('nothingToReport')}</p>}
      {desks?.map(({ source, reporter, name: who, state, entries, expected, sentAt }) => (
        <div key={source} className="desk">
          <p>
            <b>{name(source)}</b> <span className="soft">{who}</span>
            <br />
            {state === 'missing'
              ? t('notYet')
              : t('sentAt', {
                  n: expected === null ? entries : `${entries}/${expected}`,
                  at: sentAt ? dates.momentShort(sentAt) : '',
                })}
          </p>
          <button
            type="button"
            className={state === 'missing' ? 'button large primary' : 'button large'}
            onClick={() => go(`/${county}/rounds/${open.id}/reports/${source}/${reporter}`)}
          >
            {t(state === 'missing' ? 'reportNow' : 'changeReport')}
          </button>
        </div>
      ))}
    </section>
  )
}

/**
 * The sources this member is usually asked for: a township its own ranking, a group attached to areas what is compared
 * within groups, a group that goes anywhere the rest. Others it may still report, from the round's page.
 */
function useUsualSources({ board }: Week): ReadonlySet<string> {
  const { member } = useCounty()
  const attached = (useUnits().data?.find(({ id }) => id === member.scope.id)?.covers.length ?? 0) > 0
  const { sources } = board.policy
  const open = sources.filter(({ scope }) => scope !== 'township')
  const fitting = open.filter(({ scope }) => (scope === 'rater') === attached)
  const asked =
    member.scope.kind === 'township'
      ? sources.filter(({ scope }) => scope === 'township')
      : fitting.length > 0
        ? fitting
        : open
  return new Set(asked.map(({ key }) => key))
}
