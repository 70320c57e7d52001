import { Button } from 'antd'
import { Link } from 'react-router'
import type { Decision } from '../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../i18n/meetings.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'

type Props = { decision: Decision; handOn?: (to: 'task' | 'issue') => void }

/** A decision and what became of it, or what it can become. */
export function DecisionLine({ decision: { text, became, issue, task }, handOn }: Props) {
  const t = useTexts(meetingsTexts)
  const { county, may } = useCounty()
  const dates = useDates()
  return (
    <li>
      <p>{text}</p>
      {task && (
        <p className="soft">
          {t('becameTask')} · {task.leadName} · {t('due', { day: dates.dayShort(task.dueOn) })} ·{' '}
          <b className={task.overdue && task.state === 'open' ? 'wrong' : undefined}>
            {t(task.state === 'done' ? 'done' : task.overdue ? 'overdue' : 'open')}
          </b>
        </p>
      )}
      {became === 'issue' && (
        <p className="soft">
          {t('becameIssue')} · <Link to={`/${county}/issues/${issue}`}>{t('seeIssue')}</Link>
        </p>
      )}
      {became === null && handOn && (
        <p className="row-actions">
          <Button size="small" onClick={() => handOn('task')}>
            {t('toTask')}
          </Button>
          {may('issue.write') && (
            <Button size="small" onClick={() => handOn('issue')}>
              {t('toIssue')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
