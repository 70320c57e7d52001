import { Button, Spin } from 'antd'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNow } from '../../lib/use-now.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Card } from './card.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type Due, type Filters, useFilters } from './filters.ts'
import { useConsequences, usePublishedRounds } from './queries.ts'

/** From three days before, something is due soon. */
const soon = 3 * 86_400_000

/** What is to be done after publication, by state, the newest round first. */
export function ConsequenceList() {
  const { filters, change } = useFilters()
  return (
    <>
      <FilterBar filters={filters} change={change} />
      <Found
        filters={filters}
        clear={() => change({ kind: undefined, round: undefined, township: undefined, due: undefined })}
      />
    </>
  )
}

function Found({ filters, clear }: { filters: Filters; clear: () => void }) {
  const t = useTexts(interviewsTexts)
  const now = useNow(600)
  const { state, kind, round, township, due } = filters
  const query = useConsequences({
    ...(state === 'all' ? {} : { state }),
    ...(kind ? { kind } : {}),
    ...(round === undefined ? {} : { round }),
    ...(township === undefined ? {} : { township }),
  })
  const { data, error, hasNextPage, isFetchingNextPage } = query
  if (error && !data) return <ErrorState error={error} retry={() => query.refetch()} />
  if (!data) return <Spin />
  const shown = data.filter(({ dueOn }) => falls(dueOn, due, now))
  const narrowed = [kind, round, township, due].some((filter) => filter !== undefined)
  return (
    <>
      {shown.length === 0 && narrowed && (
        <EmptyState
          title={t('noMatchTitle')}
          hint={t('noMatchHint')}
          action={<Button onClick={clear}>{t('clear')}</Button>}
        />
      )}
      {shown.length === 0 && !narrowed && (
        <EmptyState title={t(`empty_${state}`)} hint={t(`emptyHint_${state}`)} />
      )}
      {roundsOf(shown).map(([id, items]) => (
        <OfRound key={id} round={id} items={items} />
      ))}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function OfRound({ round, items }: { round: string; items: readonly Consequence[] }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const known = usePublishedRounds().get(round)
  return (
    <section className="of-round" aria-labelledby={`round-${round}`}>
      <h2 id={`round-${round}`}>
        {known?.board} {words('round', { no: items[0]?.roundNo ?? 0 })}{' '}
        <span className="soft">{t('count', { n: items.length })}</span>
      </h2>
      <ul>
        {items.map((consequence) => (
          <li key={consequence.id} className="row">
            <Card consequence={consequence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function falls(dueOn: string, due: Due | undefined, now: number): boolean {
  const today = shanghaiDay(now)
  if (due === 'late') return dueOn < today
  return due === undefined || (dueOn >= today && dueOn <= shanghaiDay(now + soon))
}

/** By round, as they come; within a round those grouped by township first, then by what is due first. */
function roundsOf(items: readonly Consequence[]): [string, Consequence[]][] {
  const rounds = new Map<string, Consequence[]>()
  for (const item of items) rounds.set(item.round, [...(rounds.get(item.round) ?? []), item])
  for (const ofRound of rounds.values()) {
    ofRound.sort(
      (a, b) =>
        Number(b.subjects.length > 1) - Number(a.subjects.length > 1) ||
        compare(a.dueOn, b.dueOn) ||
        compare(a.township ?? '', b.township ?? '') ||
        compare(a.id, b.id),
    )
  }
  return [...rounds]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
