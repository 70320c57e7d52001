import { cockpitTexts } from '../../i18n/cockpit.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { useFollowUps, usePromises } from './queries.ts'
import { soon, type Task } from './task.ts'

/** Promises and follow-ups whose day has come. */
export function usePromiseTasks(): Task[] {
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
