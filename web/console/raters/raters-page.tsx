import { Select, Spin } from 'antd'
import { useSearchParams } from 'react-router'
import type { Raters } from '../../../schema/api/raters.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { useBoards } from '../../lib/boards.ts'
import { useTexts } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Anchors } from './anchors.tsx'
import { Method } from './method.tsx'
import { useRaters, useRounds } from './queries.ts'
import { Questions } from './questions.tsx'
import { ReporterTable } from './reporter-table.tsx'
import { TownshipTable } from './township-table.tsx'
import './raters.css'

const WINDOWS = [1, 4, 8]

/** How each reporter reports beside the others: questions first, then the figures they follow from. */
export default function RatersPage() {
  const t = useTexts(ratersTexts)
  const words = useTexts(rankingTexts)
  const [params, setParams] = useSearchParams()
  const boards = useBoards()
  const board = boards.data?.find(({ id }) => id === params.get('board')) ?? boards.data?.[0]
  const rounds = useRounds(board?.id)
  const known = rounds.data ?? []
  // What is shown first is the newest round in which everybody had their say.
  const first = known.find(({ state }) => state !== 'open') ?? known[0]
  const round = known.find(({ id }) => id === params.get('round')) ?? first
  const last = WINDOWS.find((n) => String(n) === params.get('last')) ?? 4
  const raters = useRaters(round?.id, last)
  const error = boards.error ?? rounds.error ?? raters.error
  const set = (part: Record<string, string>) =>
    setParams((before) => ({ ...Object.fromEntries(before), ...part }), { replace: true })
  return (
    <>
      <PageHeader title={t('title')} hint={t('lead')} />
      {boards.data && boards.data.length === 0 && <EmptyState title={t('noBoard')} hint={t('noBoardHint')} />}
      {board && (
        <div className="toolbar">
          <Select
            aria-label={t('board')}
            className="rater-board"
            value={board.id}
            onChange={(id) => setParams({ board: id }, { replace: true })}
            options={(boards.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          {round && (
            <Select
              aria-label={t('round')}
              className="rater-round"
              value={round.id}
              onChange={(id) => set({ round: id })}
              options={known.map(({ id, no, state }) => ({
                value: id,
                label: `${words('round', { no })} · ${words(`state_${state}`)}`,
              }))}
            />
          )}
          <Select
            aria-label={t('window')}
            className="rater-round"
            value={last}
            onChange={(n) => set({ last: String(n) })}
            options={WINDOWS.map((n) => ({ value: n, label: t('lastRounds', { n }) }))}
          />
        </div>
      )}
      {error && <ErrorState error={error} retry={() => raters.refetch()} />}
      {board && rounds.data && !round && <EmptyState title={t('noRound')} hint={t('noRoundHint')} />}
      {round && !error && (raters.data ? <Desk raters={raters.data} /> : <Spin />)}
    </>
  )
}

function Desk({ raters }: { raters: Raters }) {
  const t = useTexts(ratersTexts)
  const [round, ...before] = raters.rounds
  if (!round) return null
  const reported = round.sources.some(({ reporters }) => reporters.length > 0)
  if (!reported) return <EmptyState title={t('noReports')} hint={t('noReportsHint')} />
  return (
    <div className="raters">
      <Questions round={round} before={before} />
      {round.sources
        .filter(({ reporters, scope }) => reporters.length > 0 && scope !== 'township')
        .map((source) => (
          <ReporterTable key={source.source} source={source} rounds={raters.rounds} />
        ))}
      <TownshipTable rounds={raters.rounds} />
      <Anchors anchors={raters.anchors} rounds={raters.rounds.length} />
      <Method />
    </div>
  )
}
