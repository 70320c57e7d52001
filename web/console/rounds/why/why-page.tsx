import { Button, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { StandingExplanation } from '../../../../schema/api/standings.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'
import { useBoardOf, useRound, useWhy } from '../queries.ts'
import '../rounds.css'
import { CopyLink } from './copy-link.tsx'
import { HistoryChart } from './history-chart.tsx'
import { InspectionsBehind } from './inspections-behind.tsx'
import { Nearest } from './nearest.tsx'
import { PastRounds } from './past-rounds.tsx'
import { useReasons } from './reasons.ts'
import { Scale } from './scale.tsx'
import { SourceTable } from './source-table.tsx'
import './why.css'

/** Why one village stands where it stands in a round, on one page that also prints on one. */
export default function WhyPage() {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const { round: id = '', subject = '' } = useParams()
  const { county } = useCounty()
  const why = useWhy(id, subject)
  const round = useRound(id).data
  const board = useBoardOf(round?.board).data
  if (why.error && !why.data) return <ErrorState error={why.error} retry={() => why.refetch()} />
  if (!why.data || !round || !board) return <Spin />
  const lead = t('whyLead', { board: board.name, round: words('round', { no: round.no }) })
  const named = t('whyTitle', { village: villageName(why.data.name) })
  return (
    <div className="why">
      <PageHeader
        title={named}
        hint={
          <>
            {why.data.townshipName} · <Link to={`/${county}/rounds/${id}?tab=standings`}>{lead}</Link>
            {why.data.revision > 0 && ` · ${t('revisionNo', { n: why.data.revision })}`}
          </>
        }
        actions={
          <>
            <CopyLink path={`/console/${county}/rounds/${id}/why/${subject}`} />
            <Button onClick={() => print()}>{t('print')}</Button>
          </>
        }
      />
      <Card why={why.data} />
      <InspectionsBehind round={round} subject={subject} />
    </div>
  )
}

function Card({ why }: { why: StandingExplanation }) {
  const t = useTexts(roundsTexts)
  const { explanation } = why
  const reasons = useReasons(explanation)
  return (
    <>
      {explanation.ranked && (
        <p className="stands">
          <Band band={explanation.band} />
          <strong>{t('standsAt', { rank: explanation.rank, of: explanation.of })}</strong>
          {explanation.score !== undefined && t('scoreIs', { score: explanation.score.toFixed(1) })}
          <Streak band={explanation.band} streak={explanation.streak} />
        </p>
      )}
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Nearest explanation={explanation} nearest={why.nearest} />
      <h2>{t('whySources')}</h2>
      <Scale explanation={explanation} />
      <SourceTable sources={explanation.sources} />
      <HistoryChart history={why.history} of={explanation.ranked ? explanation.of : 0} />
      <PastRounds history={why.history} />
    </>
  )
}
