import { Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type Consequence, ConsequenceState } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { About } from './about.tsx'
import { Holders } from './holders.tsx'
import { useConsequences } from './queries.ts'

type Wanted = ConsequenceState | 'all'
const states: readonly Wanted[] = ['proposed', 'paused', 'recorded', 'cancelled', 'all']

/** What is to be done after publication, by state; the state stands in the address. */
export function ConsequenceList() {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const bandName = useTexts(uiTexts)
  const dates = useDates()
  const today = shanghaiDay(useNow(600))
  const { county, may } = useCounty()
  const [params, setParams] = useSearchParams()
  const state = wantedState(params.get('state'))
  const query = useConsequences(state)
  return (
    <>
      <PageHeader title={t('title')} hint={t('lead')} />
      <div className="toolbar">
        <Segmented<Wanted>
          aria-label={t('state')}
          value={state}
          onChange={(next) => setParams({ state: next }, { replace: true })}
          options={states.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
      </div>
      <DataTable<Consequence>
        label={t('title')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
        columns={[
          {
            key: 'due',
            title: t('due'),
            render: (_, { dueOn, state: now }) => (
              <>
                {dates.dayShort(dueOn)}
                {now === 'proposed' && dueOn < today && <strong className="wrong"> {t('overdue')}</strong>}
              </>
            ),
          },
          {
            key: 'kind',
            title: t('kind'),
            responsive: ['md'],
            render: (_, { kind }) => words(`consequence_${kind}`),
          },
          {
            key: 'what',
            title: t('what'),
            render: (_, one) => (
              <Link to={`/${county}/interviews/${one.id}`}>
                <About consequence={one} />
              </Link>
            ),
          },
          {
            key: 'why',
            title: t('why'),
            render: (_, { round, roundNo, band }) => (
              <Link to={`/${county}/rounds/${round}?tab=standings`}>
                {t('whyOf', { no: roundNo, band: bandName(band) })}
              </Link>
            ),
          },
          { key: 'who', title: t('who'), render: (_, { posts }) => <Holders posts={posts} /> },
          { key: 'state', title: t('state'), render: (_, one) => t(`state_${one.state}`) },
          {
            key: 'open',
            title: '',
            render: (_, { id, state: now }) => (
              <Link to={`/${county}/interviews/${id}`}>
                {t(now === 'proposed' && may('consequence.write') ? 'record' : 'view')}
              </Link>
            ),
          },
        ]}
      />
    </>
  )
}

function wantedState(asked: string | null): Wanted {
  if (asked === 'all') return 'all'
  const parsed = ConsequenceState.safeParse(asked)
  return parsed.success ? parsed.data : 'proposed'
}
