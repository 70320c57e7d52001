import type { IssueEvent } from '../../../../schema/api/issues.ts'
import { Post } from '../../../../schema/api/ranking.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadName } from '../../../lib/lead-options.ts'

/** One step in one line: when, what, who, and what it changed. */
export function EventLine({ event }: { event: IssueEvent }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const dates = useDates()
  const changed = useChanged(event)
  const role = useTexts(rolesTexts)
  const { kind, at, deviceAt, byRole, byName } = event
  const who = byRole === null ? t('byClock') : [byName ?? '', role(byRole)].filter(Boolean).join(' ')
  return (
    <span className="event-line">
      <time className="soft" dateTime={at}>
        {dates.moment(at)}
      </time>{' '}
      <b>{words(`event_${kind}`)}</b> <span>{who}</span>
      {changed !== '' && <span> · {changed}</span>}
      {deviceAt !== null && Math.abs(Date.parse(deviceAt) - Date.parse(at)) > 60_000 && (
        <span className="soft"> · {t('doneAt', { at: dates.moment(deviceAt) })}</span>
      )}
    </span>
  )
}

/** What a step's detail says, as far as we have words for it. */
function useChanged({ kind, detail }: IssueEvent): string {
  const t = useTexts(issuesTexts)
  const post = useTexts(rolesTexts)
  const dates = useDates()
  const leadName = useLeadName()
  const { lead, dueAt, good, post: told } = detail
  const name = typeof lead === 'string' ? leadName(lead) : undefined
  return [
    name === undefined ? '' : t('toLead', { name }),
    typeof dueAt === 'string' ? t('until', { at: dates.moment(dueAt) }) : '',
    kind === 'revisited' && typeof good === 'boolean' ? t(good ? 'good_yes' : 'good_no') : '',
    typeof told === 'string' && isPost(told) ? t('toldPost', { post: post(told) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function isPost(word: string): word is Post {
  return Post.safeParse(word).success
}
