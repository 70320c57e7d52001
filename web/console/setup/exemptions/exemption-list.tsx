import { Button } from 'antd'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { useExempt, useReasons } from './use-exemptions.ts'

/** Who is exempt, why, and a way back. */
export function ExemptionList({ round, roster }: { round: string; roster: readonly RosterEntry[] }) {
  const t = useTexts(setupTexts)
  const { exempt, unexempt } = useExempt(round)
  const reasons = useReasons(round)
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const exempted = roster.filter((entry) => entry.exempt)
  if (exempted.length === 0) return <p className="soft">{t('noneExempt')}</p>
  const back = ({ id, name }: RosterEntry) => {
    const reason = reasons.get(id)
    const again =
      reason === undefined ? undefined : () => exempt.mutate({ subject: id, reason }, { onError: failed })
    unexempt.mutate(id, {
      onSuccess: () => undoable(t('didUnexempt', { name }), again),
      onError: failed,
    })
  }
  return (
    <ul className="day-list">
      {exempted.map((entry) => (
        <li key={entry.id}>
          <span className="day-name">
            {entry.townshipName} {entry.name}
            <br />
            <span className="soft">{reasons.get(entry.id) ?? t('noReason')}</span>
          </span>
          <Button
            type="link"
            size="small"
            aria-label={`${t('unexempt')} ${entry.name}`}
            disabled={unexempt.isPending}
            onClick={() => back(entry)}
          >
            {t('unexempt')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
