import { Button, Spin, Tabs } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Board, RoundDetail } from '../../../schema/api/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { roundsTexts } from '../../i18n/rounds.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { ClosingHint } from '../../ui/closing-hint.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ObjectionsTab } from './objections/objections-tab.tsx'
import { PublicationTab } from './publication/publication-tab.tsx'
import { useBoardOf, useRound } from './queries.ts'
import { ReportsTab } from './reports-tab.tsx'
import { RevisionsTab } from './revisions/revisions-tab.tsx'
import './rounds.css'
import { StandingsTab } from './standings/standings-tab.tsx'

/** What the tabs of a round share. */
export type OfRound = { round: RoundDetail; board: Board }

/** One round: who has reported, how it stands, objections, publication, revisions. */
export function RoundPage() {
  const { round: id = '' } = useParams()
  const round = useRound(id)
  const board = useBoardOf(round.data?.board)
  const error = (!round.data && round.error) || (!board.data && board.error)
  if (error) return <ErrorState error={error} retry={() => round.refetch()} />
  return round.data && board.data ? <Loaded round={round.data} board={board.data} /> : <Spin />
}

function Loaded({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const { county, may } = useCounty()
  const [params, setParams] = useSearchParams()
  const seesReports = may('report.read')
  const tabs = [
    {
      key: 'reports',
      label: t('reports'),
      shown: seesReports,
      children: <ReportsTab {...{ round, board }} />,
    },
    {
      key: 'standings',
      label: t('standings'),
      shown: true,
      children: <StandingsTab {...{ round, board }} />,
    },
    {
      key: 'objections',
      label: t('objections'),
      shown: may('objection.read'),
      children: <ObjectionsTab {...{ round, board }} />,
    },
    {
      key: 'publication',
      label: t('publication'),
      shown: may('publication.write'),
      children: <PublicationTab {...{ round, board }} />,
    },
    {
      key: 'revisions',
      label: t('revisions'),
      shown: may('revision.read'),
      children: <RevisionsTab {...{ round, board }} />,
    },
  ]
  const first = round.state === 'open' && seesReports ? 'reports' : 'standings'
  const shown = tabs.filter((tab) => tab.shown)
  const asked = shown.find(({ key }) => key === params.get('tab'))?.key
  return (
    <>
      <PageHeader
        title={t('title', { board: board.name, round: words('round', { no: round.no }) })}
        hint={<StateLine round={round} />}
        actions={
          <>
            <Link to={`/${county}/boards/${board.id}`}>{t('backToBoard')}</Link>
            {round.state === 'published' && board.visibility === 'public' && (
              <Button href={`/c/${county}/boards/${board.id}`} target="_blank">
                {t('publicPage')}
              </Button>
            )}
          </>
        }
      />
      <ClosingHint round={round} mayMove={may('round.write')} />
      <Tabs
        activeKey={asked ?? first}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={shown.map(({ shown: _, ...tab }) => tab)}
      />
    </>
  )
}

/** 报送中 · 3月6日 周五 18:00 截止，还有 2 天 3 小时 */
function StateLine({ round }: { round: RoundDetail }) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow()
  const state = words(`state_${round.state}`)
  if (round.state === 'open') {
    return (
      <>
        {state} · {t('closesAt', { at: dates.momentShort(round.closesAt) })} ·{' '}
        <strong>{dates.left(round.closesAt, now)}</strong>
      </>
    )
  }
  const closed = t('closedAt', { at: dates.momentShort(round.closedAt ?? round.closesAt) })
  if (!round.publishedAt) return `${state} · ${closed}`
  return `${state} · ${t('publishedAt', { at: dates.momentShort(round.publishedAt) })} · ${t('revisionNo', { n: round.revision })}`
}
