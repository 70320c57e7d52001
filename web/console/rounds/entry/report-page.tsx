import { Spin } from 'antd'
import { useParams } from 'react-router'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useBoardOf, useReport, useReports, useRound } from '../queries.ts'
import '../rounds.css'
import './entry.css'
import { ReportForm } from './report-form.tsx'
import { useVillagesOf } from './use-villages-of.ts'

/** Where one reporter's report for one source is typed, pasted or uploaded. Its address can be pasted into a chat. */
export default function ReportPage() {
  const { round: id = '', source: key = '', reporter = '' } = useParams()
  const round = useRound(id)
  const board = useBoardOf(round.data?.board)
  const overview = useReports(id)
  const listed = overview.data?.sources.find((one) => one.source === key)?.reporters
  const there = overview.data && listed?.some((one) => one.reporter === reporter && one.state === 'reported')
  const stored = useReport(id, key, reporter, overview.data && (there ?? false))
  const source = round.data?.policy.sources.find((one) => one.key === key)
  const villages = useVillagesOf(round.data, source, reporter)
  const error = round.error ?? overview.error ?? stored.error ?? board.error
  if (error) return <ErrorState error={error} retry={() => stored.refetch()} />
  if (!round.data || !board.data || stored.data === undefined || !villages || overview.isPending)
    return <Spin />
  if (!source) return <ErrorState error={undefined} />
  const name =
    listed?.find((one) => one.reporter === reporter)?.name ??
    round.data.roster.find(({ township }) => township === reporter)?.townshipName ??
    reporter
  return (
    <ReportForm
      key={`${id} ${key} ${reporter}`}
      round={round.data}
      board={board.data}
      source={source}
      reporter={{ id: reporter, name }}
      villages={villages}
      stored={stored.data}
    />
  )
}
