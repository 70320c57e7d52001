import type { Consequence } from '../../../schema/api/consequences.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { villageName } from '../../ui/ranking-words.ts'
import type { Week } from './boards.ts'
import { useFollowUps, useOverviews, usePromises, useProposed, useWaitingObjections } from './queries.ts'

/** Something this member is to do, and where. */
export type Task = { key: string; said: string; hint: string; to: string; urgent: boolean }

const day = 86_400_000
/** From three days before it is due, an interview is part of today's work. */
const soon = 3 * day

/** What this member is to do now, the most pressing first. */
export function useTasks(weeks: readonly Week[]): Task[] {
  const ofRounds = useRoundTasks(weeks)
  const ofInterviews = useInterviewTasks()
  const ofPromises = usePromiseTasks()
  return [...ofRounds, ...ofInterviews, ...ofPromises].sort((a, b) => Number(b.urgent) - Number(a.urgent))
}

function useRoundTasks(weeks: readonly Week[]): Task[] {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow(60)
  const { county, may } = useCounty()
  const waiting = useWaitingObjections(may('objection.rule')).data ?? []
  const kept = weeks.filter(({ target }) => may('round.write', target))
  const overviews = useOverviews(kept.flatMap(({ open }) => (open ? [open.id] : [])))

  return weeks.flatMap(({ board, target, open, closed }): Task[] => {
    const named = (no: number) => `${board.name} ${words('round', { no })}`
    const tab = (round: string, name: string) => `/${county}/rounds/${round}?tab=${name}`
    const ofBoard = may('objection.rule', target) ? waiting.filter((one) => one.board === board.id) : []
    const hearings = [...new Set(ofBoard.map(({ round }) => round))].map((round): Task => {
      const ofRound = ofBoard.filter((one) => one.round === round)
      const oldest = Math.min(...ofRound.map(({ filedAt }) => Date.parse(filedAt)))
      return {
        key: `objections ${round}`,
        said: t('taskRule', { n: ofRound.length }),
        hint: `${named(ofRound[0]?.roundNo ?? 0)} · ${t('waitingFor', { n: Math.floor((now - oldest) / day) })}`,
        to: tab(round, 'objections'),
        urgent: true,
      }
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

/** Promises and follow-ups whose day has come. */
function usePromiseTasks(): Task[] {
  const t = useTexts(cockpitTexts)
  const dates = useDates()
  const now = useNow(60)
  const { county, may } = useCounty()
  const mine = may('consequence.write')
  const today = shanghaiDay(now)
  const promises = usePromises(mine, shanghaiDay(now + soon)).data ?? []
  const followUps = useFollowUps(mine).data ?? []
  const late = promises.filter(({ dueOn }) => dueOn < today)
  const near = promises.filter(({ dueOn }) => dueOn >= today)
  const again = followUps.filter(({ followUpOn }) => (followUpOn ?? '') <= today)
  const to = `/${county}/interviews?tab=promises`
  const [first] = near
  return [
    ...(late.length === 0
      ? []
      : [
          {
            key: 'promises late',
            said: t('taskLatePromises', { n: late.length }),
            hint: t('overdue'),
            to,
            urgent: true,
          },
        ]),
    ...(first
      ? [
          {
            ...{ key: 'promises soon', said: t('taskPromises', { n: near.length }), to },
            hint: t('dueFrom', { at: dates.dayShort(first.dueOn) }),
            urgent: first.dueOn === today,
          },
        ]
      : []),
    ...(again.length === 0
      ? []
      : [
          {
            ...{ key: 'follow-ups', said: t('taskFollowUps', { n: again.length }), hint: t('followUpsHint') },
            ...{ to: `/${county}/interviews?tab=board`, urgent: true },
          },
        ]),
  ]
}
