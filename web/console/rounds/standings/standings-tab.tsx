import { Spin } from 'antd'
import type { RoundState } from '../../../../schema/api/boards.ts'
import type { Verb } from '../../../../worker/domain/access/grants.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useMayKeep } from '../may-keep.ts'
import { useStandings } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'
import { StandingsView } from './standings-view.tsx'

/** A round's standings, draft or published, for whoever may see them by now. */
export function StandingsTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const mayRead = useMayKeep({ round, board }, readers[round.state])
  const query = useStandings(round.id, mayRead)
  const { data, error } = query
  if (!mayRead) return <EmptyState title={t('hiddenTitle')} hint={t('hiddenHint')} />
  if (error && !data) return <ErrorState error={error} retry={() => query.refetch()} />
  if (!data) return <Spin />
  if (data.standings.length === 0 && data.unranked.length === 0) {
    return <EmptyState title={t('noStandingsTitle')} hint={t('noStandingsHint')} />
  }
  return <StandingsView round={round} board={board} standings={data} />
}

/** Who may see standings before and after publication. */
export const readers = {
  open: 'draft.read',
  closed: 'closed.read',
  published: 'standings.read',
} as const satisfies Record<RoundState, Verb>
