import { Button, Segmented, Spin } from 'antd'
import { useSearchParams } from 'react-router'
import type { ListedCommitment } from '../../../../schema/api/assignments.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { mondayOf, shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useNow } from '../../../lib/use-now.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { TownshipChoice } from '../township-choice.tsx'
import { ChecklistRow } from './checklist-row.tsx'
import { useCommitmentList, type Wanted } from './use-commitment-list.ts'

const choices = ['due', 'open', 'done'] as const
const day = 86_400_000

/** What was promised in all interviews, to be ticked off: what is due by the end of next week comes first. */
export function Checklist() {
  const t = useTexts(interviewsTexts)
  const [params, setParams] = useSearchParams()
  const now = useNow(600)
  const shown = choices.find((choice) => choice === params.get('promised')) ?? 'due'
  const township = params.get('township') ?? undefined
  const change = (changed: { promised?: string; township?: string | undefined }) => {
    const next = { tab: 'promises', promised: shown, township, ...changed }
    const kept = Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined)
    setParams(kept, { replace: true })
  }
  const wanted: Wanted = {
    state: shown === 'done' ? 'done' : 'open',
    // Done promises of the last four weeks, so that last week's can be looked at again.
    ...(shown === 'done' ? { dueFrom: shanghaiDay(now - 28 * day) } : {}),
    ...(shown === 'due' ? { dueBy: endOfNextWeek(now) } : {}),
    ...(township === undefined ? {} : { township }),
  }
  return (
    <>
      <div className="toolbar">
        <Segmented
          aria-label={t('promisesShown')}
          value={shown}
          onChange={(promised) => change({ promised })}
          options={choices.map((value) => ({ value, label: t(`promises_${value}`) }))}
        />
        <TownshipChoice value={township} choose={(next) => change({ township: next })} />
      </div>
      <Listed wanted={wanted} shown={shown} />
    </>
  )
}

function Listed({ wanted, shown }: { wanted: Wanted; shown: (typeof choices)[number] }) {
  const t = useTexts(interviewsTexts)
  const query = useCommitmentList(wanted)
  const { data, error, hasNextPage, isFetchingNextPage } = query
  if (error && !data) return <ErrorState error={error} retry={() => query.refetch()} />
  if (!data) return <Spin />
  if (data.length === 0)
    return <EmptyState title={t(`noPromises_${shown}`)} hint={t(`noPromisesHint_${shown}`)} />
  return (
    <>
      {byTownship(data).map(([name, items]) => (
        <section key={name} className="of-round" aria-label={name}>
          <h2>
            {name} <span className="soft">{t('count', { n: items.length })}</span>
          </h2>
          <ul className="promises">
            {items.map((commitment) => (
              <ChecklistRow key={commitment.id} commitment={commitment} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

/** In the order of their first promise, so that the township with the oldest comes first. */
function byTownship(items: readonly ListedCommitment[]): [string, ListedCommitment[]][] {
  const found = new Map<string, ListedCommitment[]>()
  for (const item of items) {
    const name = item.interview.townshipName ?? ''
    found.set(name, [...(found.get(name) ?? []), item])
  }
  return [...found]
}

/** The Sunday of next week. */
function endOfNextWeek(now: number): string {
  return shanghaiDay(Date.parse(`${mondayOf(now)}T00:00:00+08:00`) + 13 * day)
}
