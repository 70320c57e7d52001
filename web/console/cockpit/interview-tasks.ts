import type { Consequence } from '../../../schema/api/consequences.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { villageName } from '../../ui/ranking-words.ts'
import { useProposed } from './queries.ts'
import { soon, type Task } from './task.ts'

/** Today's talks, and what has been proposed and is due or late. */
export function useInterviewTasks(): Task[] {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const now = useNow(60)
  const { county, may } = useCounty()
  const proposed = useProposed(may('consequence.read')).data ?? []
  const today = shanghaiDay(now)
  const verb = may('consequence.write') ? 'taskRecord' : 'taskAwaited'
  const listed = (key: string, items: readonly Consequence[], urgent: boolean, hint: string): Task[] =>
    items.length === 0
      ? []
      : [{ key, said: t(verb, { n: items.length }), hint, to: `/${county}/interviews?due=${key}`, urgent }]
  const late = proposed.filter(({ dueOn }) => dueOn < today)
  const near = proposed.filter(({ dueOn }) => dueOn >= today && dueOn <= shanghaiDay(now + soon))
  const [first] = near.map(({ dueOn }) => dueOn).sort()
  const held = proposed.filter(({ schedule }) => schedule && shanghaiDay(schedule.at) === today)
  const talks = held.map(
    ({ id, schedule, subjectNames }): Task => ({
      ...{ key: `talk ${id}`, urgent: true, to: `/${county}/interviews/${id}` },
      said: t('taskTalk', { who: subjectNames.map(villageName).join('、') }),
      hint: schedule ? `${dates.momentShort(schedule.at)} · ${schedule.venue}` : '',
    }),
  )
  return [
    ...talks,
    ...listed('soon', near, first === today, first ? t('dueFrom', { at: dates.dayShort(first) }) : ''),
    ...listed('late', late, true, t('overdue')),
  ]
}
