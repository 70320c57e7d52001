import type { Consequence } from '../../../schema/api/consequences.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import type { Week } from './boards.ts'
import { useOverviews, usePendingObjections, useProposed } from './queries.ts'

/** Something this member is to do, and where. */
export type Task = { key: string; said: string; hint: string; to: string; urgent: boolean }

const day = 86_400_000
/** From three days before it is due, an interview is part of today's work. */
const soon = 3 * day

/** What this member is to do now, the most pressing first. */
export function useTasks(weeks: readonly Week[]): Task[] {
  const ofRounds = useRoundTasks(weeks)
  const ofInterviews = useInterviewTasks()
  return [...ofRounds, ...ofInterviews].sort((a, b) => Number(b.urgent) - Number(a.urgent))
}

function useRoundTasks(weeks: readonly Week[]): Task[] {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow(60)
  const { county, may } = useCounty()
  const judged = weeks.filter(({ target }) => may('objection.rule', target))
  const heard = judged.flatMap(({ closed, published }) => [...closed, ...(published ? [published] : [])])
  const objections = usePendingObjections(heard.map(({ id }) => id))
  const kept = weeks.filter(({ target }) => may('round.write', target))
  const overviews = useOverviews(kept.flatMap(({ open }) => (open ? [open.id] : [])))

  return weeks.flatMap(({ board, target, open, closed, published }): Task[] => {
    const named = (no: number) => `${board.name} ${words('round', { no })}`
    const tab = (round: string, name: string) => `/${county}/rounds/${round}?tab=${name}`
    const hearings = [...closed, ...(published ? [published] : [])].flatMap(({ id, no }): Task[] => {
      const n = objections.get(id) ?? 0
      const task = { key: `objections ${id}`, hint: named(no), to: tab(id, 'objections'), urgent: true }
      return n > 0 ? [{ ...task, said: t('taskRule', { n }) }] : []
    })
    const publications = closed.map(({ id, no, closedAt, closesAt }): Task => {
      const hint = t('closedAt', { at: dates.momentShort(closedAt ?? closesAt) })
      return may('publication.write', target)
        ? { ...task(id), said: t('taskPublish', { round: named(no) }), hint, to: tab(id, 'publication') }
        : { ...task(id), said: t('taskLook', { round: named(no) }), hint, to: tab(id, 'standings') }
    })
    const overview = overviews.find(({ round }) => round === open?.id)
    const missing = overview?.sources.flatMap(({ reporters }) =>
      reporters.filter(({ state }) => state === 'missing'),
    )
    const reminders =
      open && missing && missing.length > 0 && Date.parse(open.closesAt) - now < day
        ? [
            {
              key: `remind ${open.id}`,
              said: t('taskRemind', { n: missing.length }),
              hint: `${named(open.no)} · ${dates.left(open.closesAt, now)}`,
              to: tab(open.id, 'reports'),
              urgent: true,
            },
          ]
        : []
    // Whoever may not object has nothing to do with a round that is only closed.
    const seesClosed = may('publication.write', target) || may('objection.write')
    return [...hearings, ...(seesClosed ? publications : []), ...reminders]
  })
}

function task(round: string) {
  return { key: `closed ${round}`, urgent: true }
}

function useInterviewTasks(): Task[] {
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
  return [
    ...listed('soon', near, first === today, first ? t('dueFrom', { at: dates.dayShort(first) }) : ''),
    ...listed('late', late, true, t('overdue')),
  ]
}
