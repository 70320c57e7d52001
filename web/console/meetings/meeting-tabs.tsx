import { Button, Tabs } from 'antd'
import { useNavigate } from 'react-router'
import { meetingsTexts } from '../../i18n/meetings.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { MeetingList } from './meeting-list.tsx'
import { TaskList } from './task-list.tsx'

/** Records and tasks; the chosen one stands in the address: `?tab=tasks&state=done`. */
export function MeetingTabs() {
  const t = useTexts(meetingsTexts)
  const { county, may } = useCounty()
  const go = useNavigate()
  const filter = useFilter()
  const add = may('meeting.write') && (
    <Button type="primary" onClick={() => go(`/${county}/meetings/new`)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={add} />
      <Tabs
        activeKey={filter.get('tab') === 'tasks' ? 'tasks' : 'meetings'}
        destroyOnHidden
        onChange={(key) => filter.setAll({ tab: key === 'tasks' ? key : '', state: '' })}
        items={[
          { key: 'meetings', label: t('tabMeetings'), children: <MeetingList /> },
          { key: 'tasks', label: t('tabTasks'), children: <TaskList /> },
        ]}
      />
    </>
  )
}
