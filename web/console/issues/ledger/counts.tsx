import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useTally } from '../queries.ts'
import { type Filters, filtersIn } from './filters.ts'

/** What presses, in numbers; each leads to the list it counts. */
export function Counts({ change }: { change: (changed: Partial<Filters>) => void }) {
  const t = useTexts(issuesTexts)
  const { data } = useTally()
  if (!data) return null
  const plain = filtersIn(new URLSearchParams())
  const chips = [
    ['open', data.open, plain],
    ['overdue', data.overdue, { ...plain, overdue: true }],
    ['awaiting', data.awaitingVerification, { ...plain, state: 'rectified' as const }],
    ['closedThisWeek', data.closedThisWeek, { ...plain, settled: 'settled' as const }],
  ] as const
  return (
    <ul className="issue-counts" aria-label={t('counts')}>
      {chips.map(([name, n, { view: _view, ...filters }]) => (
        <li key={name}>
          <button
            type="button"
            className={name === 'overdue' && n > 0 ? 'issue-count wrong' : 'issue-count'}
            onClick={() => change(filters)}
          >
            <b>{n}</b> {t(`count_${name}`)}
          </button>
        </li>
      ))}
    </ul>
  )
}
