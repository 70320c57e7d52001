import { Select, Spin } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Board, Round, RoundDetail } from '../../../../schema/api/boards.ts'
import { compareTexts } from '../../../i18n/compare.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useMayKeep } from '../may-keep.ts'
import { useBoardOf, useRound, useRoundsOf, useStandings } from '../queries.ts'
import '../rounds.css'
import { readers } from '../standings/standings-tab.tsx'
import './compare.css'
import { PairsView } from './pairs-view.tsx'

/** Any two rounds of a board side by side: `/rounds/{later}/compare?with={earlier}`, by default the one before. */
export default function ComparePage() {
  const { round: id = '' } = useParams()
  const round = useRound(id)
  const board = useBoardOf(round.data?.board)
  const error = (!round.data && round.error) || (!board.data && board.error)
  if (error) return <ErrorState error={error} retry={() => round.refetch()} />
  return round.data && board.data ? <Loaded round={round.data} board={board.data} /> : <Spin />
}

function Loaded({ round, board }: { round: RoundDetail; board: Board }) {
  const t = useTexts(compareTexts)
  const { county } = useCounty()
  const [params, setParams] = useSearchParams()
  const go = useNavigate()
  const others = useReadableRounds(round, board)
  if (!others) return <Spin />
  const asked = others.find(({ id }) => id === params.get('with') && id !== round.id)
  const earlier = asked ?? others.find(({ no }) => no < round.no) ?? others.find(({ id }) => id !== round.id)
  const compareWith = (other: string) => {
    const next = new URLSearchParams(location.search)
    next.set('with', other)
    setParams(next, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={
          <>
            {board.name} · <Link to={`/${county}/rounds/${round.id}?tab=standings`}>{t('back')}</Link>
          </>
        }
      />
      {earlier ? (
        <>
          <div className="toolbar">
            <RoundSelect
              label={t('earlier')}
              rounds={others}
              value={earlier.id}
              not={round.id}
              change={compareWith}
            />
            <span aria-hidden="true">→</span>
            <RoundSelect
              label={t('later')}
              rounds={others}
              value={round.id}
              not={earlier.id}
              change={(later) =>
                go(`/${county}/rounds/${later}/compare?with=${earlier.id}`, { replace: true })
              }
            />
          </div>
          <Standings earlier={earlier} later={round} board={board} />
        </>
      ) : (
        <EmptyState title={t('alone')} hint={t('aloneHint')} />
      )}
    </>
  )
}

/** The board's rounds whose standings the member may see, and this one whatever it is. */
function useReadableRounds(round: RoundDetail, board: Board): Round[] | undefined {
  const all = useRoundsOf(board.id).data
  const may = {
    open: useMayKeep({ round, board }, readers.open),
    closed: useMayKeep({ round, board }, readers.closed),
    published: useMayKeep({ round, board }, readers.published),
  }
  return all?.filter(({ id, state }) => id === round.id || may[state])
}

type SelectProps = {
  label: string
  rounds: readonly Round[]
  value: string
  /** The round on the other side, which is no choice. */
  not: string
  change: (id: string) => void
}

function RoundSelect({ label, rounds, value, not, change }: SelectProps) {
  const words = useTexts(rankingTexts)
  const dates = useDates()
  return (
    <span className="side">
      <span className="soft" aria-hidden="true">
        {label}
      </span>
      <Select
        aria-label={label}
        style={{ minWidth: 200 }}
        value={value}
        onChange={change}
        options={rounds
          .filter(({ id }) => id !== not)
          .map(({ id, no, closesAt, state }) => ({
            value: id,
            label: `${words('round', { no })} · ${dates.dayShort(closesAt)} · ${words(`state_${state}`)}`,
          }))}
      />
    </span>
  )
}

function Standings({ earlier, later, board }: { earlier: Round; later: Round; board: Board }) {
  const t = useTexts(compareTexts)
  const before = useStandings(earlier.id, true)
  const now = useStandings(later.id, true)
  const failed = (!before.data && before.error) || (!now.data && now.error)
  if (failed instanceof ApiProblem && failed.status === 403) {
    return <EmptyState title={t('hidden')} hint={t('hiddenHint')} />
  }
  if (failed) {
    return <ErrorState error={failed} retry={() => Promise.all([before.refetch(), now.refetch()])} />
  }
  if (!before.data || !now.data) return <Spin />
  return <PairsView earlier={before.data} later={now.data} board={board} />
}
