import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useIssueTally } from './queries.ts'
import type { Task } from './task.ts'

/** What the issue ledger asks of this member: its own repairs, or those that are late and those to be looked at. */
export function useIssueTasks(): Task[] {
  const t = useTexts(cockpitTexts)
  const { county, may, member } = useCounty()
  const tally = useIssueTally(may('issue.read')).data
  if (!tally) return []
  const { open, overdue, awaitingVerification } = tally
  const watches = member.scope.kind === 'county' || member.role === 'inspector'
  const repairs = !watches && may('issue.rectify')
  const late = overdue > 0 ? t('issuesLate', { n: overdue }) : ''
  return [
    ...(repairs && open > 0
      ? [
          {
            ...{ key: 'issues mine', said: t('taskIssues', { n: open }), hint: late },
            ...{ to: `/${county}/issues/mine`, urgent: overdue > 0 },
          },
        ]
      : []),
    ...(watches && overdue > 0
      ? [
          {
            ...{ key: 'issues late', said: t('taskIssuesLate', { n: overdue }), urgent: true },
            ...{ hint: t('issuesOpen', { n: open }), to: `/${county}/issues?overdue=true` },
          },
        ]
      : []),
    ...(may('issue.verify') && awaitingVerification > 0
      ? [
          {
            ...{ key: 'issues verify', said: t('taskVerify', { n: awaitingVerification }), hint: '' },
            ...{ to: `/${county}/issues/mine?list=verify`, urgent: false },
          },
        ]
      : []),
  ]
}
