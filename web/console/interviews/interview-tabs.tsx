import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useTexts } from '../../lib/language.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { BannerTab } from './banner/banner-tab.tsx'
import { InterviewBoard } from './board/interview-board.tsx'
import { Checklist } from './checklist/checklist.tsx'
import { ConsequenceList } from './consequence-list.tsx'

/** The four ways to look at what follows from published rounds; the chosen one stands in the address. */
export function InterviewTabs() {
  const t = useTexts(interviewsTexts)
  const [params, setParams] = useSearchParams()
  const tabs = [
    { key: 'list', label: t('tabList'), children: <ConsequenceList /> },
    { key: 'board', label: t('tabBoard'), children: <InterviewBoard /> },
    { key: 'promises', label: t('tabPromises'), children: <Checklist /> },
    { key: 'banner', label: t('tabBanner'), children: <BannerTab /> },
  ]
  const active = tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'list'
  const open = (tab: string) => {
    const township = params.get('township')
    setParams({ tab, ...(township === null ? {} : { township }) }, { replace: true })
  }
  return (
    <>
      <PageHeader title={t('title')} hint={t('lead')} />
      <Tabs activeKey={active} onChange={open} items={tabs} destroyOnHidden />
    </>
  )
}
