import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { OnTimeTable } from './on-time-table.tsx'
import { PhotoFlags } from './photo-flags.tsx'
import { RelapseTable } from './relapse-table.tsx'

const tabs = ['townships', 'relapses', 'photos'] as const
type Tab = (typeof tabs)[number]

/** How the ledger goes: in time or not, fixed or only closed, and pictures that appear twice. */
export function StatisticsPage() {
  const t = useTexts(issuesTexts)
  const { may } = useCounty()
  const [params, setParams] = useSearchParams()
  const shown = tabs.filter((tab) => tab !== 'photos' || may('photo.judge'))
  const tab = shown.find((one) => one === params.get('tab')) ?? 'townships'
  const pages: Record<Tab, React.ReactNode> = {
    townships: <OnTimeTable />,
    relapses: <RelapseTable />,
    photos: <PhotoFlags />,
  }
  return (
    <>
      <PageHeader title={t('statistics')} hint={t('closedIsNotFixed')} />
      <Tabs
        activeKey={tab}
        onChange={(next) => setParams({ tab: next }, { replace: true })}
        items={shown.map((key) => ({ key, label: t(`tab_${key}`), children: tab === key && pages[key] }))}
      />
    </>
  )
}
