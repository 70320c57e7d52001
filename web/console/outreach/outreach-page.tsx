import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { Activity } from '../../../schema/api/outreach.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { EntryForm } from './entry-form.tsx'
import { LogTab } from './log-tab.tsx'
import { TeamsTab } from './teams-tab.tsx'
import { TotalsTab } from './totals-tab.tsx'
import './outreach.css'

const tabs = ['log', 'totals', 'teams'] as const

/** What was done to bring people along: `?tab=totals&from=&to=&township=&kind=`. */
export default function OutreachPage() {
  const t = useTexts(outreachTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const [open, setOpen] = useState<'add' | Activity>()
  const tab = tabs.find((one) => one === filter.get('tab')) ?? 'log'
  const add = may('outreach.write') && (
    <Button type="primary" onClick={() => setOpen('add')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={tab !== 'teams' && add} />
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => filter.set('tab', key === 'log' ? '' : key)}
        items={[
          { key: 'log', label: t('tabLog'), children: <LogTab edit={setOpen} /> },
          { key: 'totals', label: t('tabTotals'), children: <TotalsTab /> },
          { key: 'teams', label: t('tabTeams'), children: <TeamsTab /> },
        ]}
      />
      {open && <EntryForm {...(open === 'add' ? {} : { entry: open })} close={() => setOpen(undefined)} />}
    </>
  )
}
