import type { IssueState as State } from '../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../i18n/issue-words.ts'
import { useTexts } from '../../lib/language.tsx'
import './issues.css'

/** Colour is never alone: each label has a sign of its own. */
const signs: Record<State, string> = {
  found: '○',
  assigned: '→',
  rectifying: '◐',
  rectified: '?',
  returned: '←',
  deferred: '‖',
  closed: '✓',
  rejected: '×',
  duplicate: '=',
}

/** The label of an issue, as sign and word. */
export function IssueState({ state }: { state: State }) {
  const t = useTexts(issueWordsTexts)
  return (
    <span className={`issue-state ${state}`}>
      <i aria-hidden="true">{signs[state]}</i>
      {t(`state_${state}`)}
    </span>
  )
}
