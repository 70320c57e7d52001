import { App, Button, Tag } from 'antd'
import { Link } from 'react-router'
import type { ReportOverview } from '../../../schema/api/reports.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { roundsTexts } from '../../i18n/rounds.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { DerivedSource } from './derived-source.tsx'
import { useMayKeep } from './may-keep.ts'
import { useReports } from './queries.ts'
import type { OfRound } from './round-page.tsx'

type SourceReports = ReportOverview['sources'][number]
type Reporter = SourceReports['reporters'][number]

/** Who has reported and who has not, source by source, with what to do about it. */
export function ReportsTab({ round, board }: OfRound) {
  const { data, error, refetch } = useReports(round.id)
  const keeps = useMayKeep({ round, board }, 'round.write')
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return (
    data?.sources
      // A reporter sees the places of their own; that a source lacks reporters is for the office to mend.
      .filter(({ reporters, derived }) => reporters.length > 0 || derived !== null || keeps)
      .map((source) => <SourceReport key={source.source} source={source} round={round} board={board} />)
  )
}

function SourceReport({ source, round, board }: OfRound & { source: SourceReports }) {
  const t = useTexts(roundsTexts)
  const dates = useDates()
  const name = useSourceName()
  const { reporters, missingSubjects } = source
  const missing = reporters.filter(({ state }) => state === 'missing')
  return (
    <section className="source-reports">
      <h2>
        {name(source.source)}{' '}
        <span className="soft">
          {source.required && `${t('required')} · `}
          {missingSubjects > 0 ? t('missingSubjects', { n: missingSubjects }) : t('complete')}
        </span>
      </h2>
      {round.state === 'open' && missing.length > 0 && (
        <div className="toolbar">
          <Remind {...{ round, board, missing }} source={source.source} />
        </div>
      )}
      {source.derived ? (
        <DerivedSource derived={source.derived} round={round} />
      ) : (
        <DataTable<Reporter>
          label={name(source.source)}
          query={{ data: reporters, isPending: false, error: null, refetch: () => {} }}
          rowKey={({ reporter }) => reporter}
          empty={<p className="soft">{t('noReporters')}</p>}
          columns={[
            { key: 'name', title: t('reporter'), dataIndex: 'name' },
            {
              key: 'state',
              title: t('state'),
              render: (_, { state, onBehalf }) => (
                <>
                  {state === 'reported' ? `✓ ${t('reported')}` : <strong>{t('missing')}</strong>}
                  {onBehalf && <Tag>{t('onBehalf')}</Tag>}
                </>
              ),
            },
            {
              key: 'entries',
              title: t('village'),
              align: 'right',
              render: (_, { entries, expected }) =>
                expected === null ? entries : t('entriesOf', { n: entries, of: expected }),
            },
            {
              key: 'sentAt',
              title: t('sentAt'),
              responsive: ['md'],
              render: (_, { sentAt }) => sentAt && dates.momentShort(sentAt),
            },
            {
              key: 'open',
              title: '',
              render: (_, { reporter }) => <Open {...{ round, board, reporter }} source={source.source} />,
            },
          ]}
        />
      )}
    </section>
  )
}

function Open({ round, board, source, reporter }: OfRound & { source: string; reporter: string }) {
  const t = useTexts(roundsTexts)
  const { county, may } = useCounty()
  const keeps = useMayKeep({ round, board }, 'round.write')
  const scope = round.policy.sources.find(({ key }) => key === source)?.scope
  const own = may('report.write', scope === 'township' ? { township: reporter } : { unit: reporter })
  return (
    <Link to={`/${county}/rounds/${round.id}/reports/${source}/${reporter}`}>
      {t(round.state === 'open' && (keeps || own) ? 'enter' : 'look')}
    </Link>
  )
}

/** Puts a message for the group chat on the clipboard: who is missing, until when, and the link to report. */
function Remind({ round, board, source, missing }: OfRound & { source: string; missing: Reporter[] }) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const name = useSourceName()
  const { county } = useCounty()
  const { message } = App.useApp()
  const [only] = missing
  const path = `/console/${county}/rounds/${round.id}`
  const text = t('remindText', {
    board: board.name,
    round: words('round', { no: round.no }),
    at: dates.momentShort(round.closesAt),
    names: missing.map((one) => one.name).join('、'),
    source: name(source),
    link: `${location.origin}${path}${missing.length === 1 && only ? `/reports/${source}/${only.reporter}` : '?tab=reports'}`,
  })
  const copy = () => {
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()
    written.then(
      () => message.success(t('copied')),
      () => message.info(`${t('notCopied')} ${text}`, 20),
    )
  }
  return <Button onClick={copy}>{t('remindAll', { n: missing.length })}</Button>
}
