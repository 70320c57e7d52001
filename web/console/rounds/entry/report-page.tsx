import { Alert, Spin } from 'antd'
import { useParams } from 'react-router'
import type { StoredReport } from '../../../../schema/api/reports.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useBoardOf, useReport, useReports, useRound } from '../queries.ts'
import '../rounds.css'
import './entry.css'
import { EntryHeader } from './entry-header.tsx'
import { ReportForm } from './report-form.tsx'
import { useVillagesOf } from './use-villages-of.ts'

/** Where one reporter's report for one source is typed, pasted or uploaded. Its address can be pasted into a chat. */
export default function ReportPage() {
  const { round: id = '', source: key = '', reporter = '' } = useParams()
  const t = useTexts(entryTexts)
  const { county } = useCounty()
  const round = useRound(id)
  const board = useBoardOf(round.data?.board)
  const overview = useReports(id)
  const reporters = overview.data?.sources.find((one) => one.source === key)?.reporters
  const listed = reporters?.find((one) => one.reporter === reporter)
  const there = overview.data && listed?.state === 'reported'
  const stored = useReport(id, key, reporter, overview.data && (there ?? false))
  const source = round.data?.policy.sources.find((one) => one.key === key)
  const villages = useVillagesOf(round.data, source, reporter)
  const error = round.error ?? overview.error ?? stored.error ?? board.error
  if (error) return <ErrorState error={error} retry={() => stored.refetch()} />
  if (!round.data || !board.data || stored.data === undefined || !villages || overview.isPending)
    return <Spin />
  if (!source) return <ErrorState error={undefined} />
  const name =
    listed?.name ?? round.data.roster.find(({ township }) => township === reporter)?.townshipName ?? reporter
  return (
    <>
      <EntryHeader
        round={round.data}
        board={board.data}
        source={source}
        reporter={{ id: reporter, name }}
        sentAt={stored.data?.sentAt ?? null}
      />
      {source.derivedFrom ? (
        <Alert type="info" showIcon title={t('derived')} description={t(`derived_${source.derivedFrom}`)} />
      ) : (
        <ReportForm
          key={`${id} ${key} ${reporter}`}
          round={round.data}
          source={source}
          reporter={reporter}
          villages={villages}
          stored={stored.data}
          latest={listed?.sentAt ?? null}
          reread={async () => {
            await overview.refetch()
            return readReport({ county, id, source: key, reporter })
          }}
        />
      )}
    </>
  )
}

/** The report as it stands on the server; null where there is none. */
async function readReport(param: {
  county: string
  id: string
  source: string
  reporter: string
}): Promise<StoredReport | null> {
  try {
    return await answer(api.counties[':county'].rounds[':id'].reports[':source'][':reporter'].$get({ param }))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}
