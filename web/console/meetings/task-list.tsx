import { Button, Segmented } from 'antd'
import { Link } from 'react-router'
import type { Task } from '../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../i18n/meetings.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { meetingsKey, useTasks } from './queries.ts'

/** What meetings gave somebody to do, by the day it is due; ticked off here, and opened again. */
export function TaskList() {
  const t = useTexts(meetingsTexts)
  const { county, may } = useCounty()
  const dates = useDates()
  const filter = useFilter()
  const state = filter.get('state') === 'done' ? 'done' : 'open'
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useTasks(state)
  const settle = useSettling()
  return (
    <>
      <div className="toolbar">
        <Segmented
          aria-label={t('state')}
          value={state}
          onChange={(value) => filter.set('state', value === 'done' ? 'done' : '')}
          options={[
            { value: 'open', label: t('open') },
            { value: 'done', label: t('done') },
          ]}
        />
      </div>
      {settle.error && <ErrorState error={settle.error} />}
      <DataTable<Task>
        label={t('tabTasks')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={
          <EmptyState
            title={t(state === 'open' ? 'noTasksTitle' : 'noDoneTitle')}
            hint={t(state === 'open' ? 'noTasksHint' : 'noDoneHint')}
          />
        }
        columns={[
          { key: 'task', title: t('task'), dataIndex: 'text' },
          { key: 'lead', title: t('lead'), dataIndex: 'leadName' },
          {
            key: 'dueOn',
            title: t('dueOn'),
            render: (_, { dueOn, overdue }) => (
              <span className={overdue && state === 'open' ? 'wrong' : undefined}>
                {t('due', { day: dates.dayShort(dueOn) })} {overdue && state === 'open' && t('overdue')}
              </span>
            ),
          },
          {
            key: 'meeting',
            title: t('fromMeeting'),
            render: (_, { meeting, meetingTitle }) => (
              <Link to={`/${county}/meetings/${meeting}`}>{meetingTitle}</Link>
            ),
          },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, task) =>
              may('task.settle') && (
                <Button size="small" onClick={() => settle.toggle(task)}>
                  {t(task.state === 'open' ? 'finish' : 'reopen')}
                </Button>
              ),
          },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

/** Ticks a task off or opens it again, each with a way back. */
function useSettling() {
  const t = useTexts(meetingsTexts)
  const { county } = useCounty()
  const say = useUndoable()
  const change = useChange({
    send: ({ id, state }: { id: string; state: 'open' | 'done' }, options) =>
      answer(
        api.counties[':county'].tasks[':id'].$patch({ param: { county, id }, json: { state } }, options),
      ),
    renews: [meetingsKey(county)],
  })
  const to = (task: Task, state: 'open' | 'done') =>
    change.mutateAsync({ id: task.id, state }).then(
      () =>
        say(t(state === 'done' ? 'didFinish' : 'didReopen', { text: task.text }), () => {
          to(task, state === 'done' ? 'open' : 'done')
        }),
      () => undefined,
    )
  return {
    error: change.error,
    toggle: (task: Task) => to(task, task.state === 'open' ? 'done' : 'open'),
  }
}
