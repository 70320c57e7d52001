import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import { setupTexts } from '../../i18n/setup.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Wizard } from './wizard.tsx'
import './setup.css'

const CalendarTab = lazy(() => import('./calendar/calendar-tab.tsx'))
const BurdenTab = lazy(() => import('./burden/burden-tab.tsx'))
const ExemptionsTab = lazy(() => import('./exemptions/exemptions-tab.tsx'))

/** What a county settles before its first round and can come back to: `?tab=&step=` say where. */
export default function SetupPage() {
  const t = useTexts(setupTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const tabs = [
    { key: 'steps', label: t('tabSteps'), children: <Wizard /> },
    { key: 'calendar', label: t('tabCalendar'), children: <CalendarTab /> },
    ...(may('round.write')
      ? [{ key: 'exemptions', label: t('tabExemptions'), children: <ExemptionsTab /> }]
      : []),
    { key: 'burden', label: t('tabBurden'), children: <BurdenTab /> },
  ]
  const open = tabs.some(({ key }) => key === filter.get('tab')) ? filter.get('tab') : 'steps'
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Tabs
        activeKey={open}
        onChange={(key) => filter.set('tab', key === 'steps' ? '' : key)}
        destroyOnHidden
        items={tabs.map((tab) => ({
          ...tab,
          children: <Suspense fallback={<div className="loading" />}>{tab.children}</Suspense>,
        }))}
      />
    </>
  )
}
