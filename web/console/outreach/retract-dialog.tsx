import type { Activity } from '../../../schema/api/outreach.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { outreachKey } from './queries.ts'

/** An entry is taken back with a reason: it stays to be seen and counts no more. */
export function RetractDialog({ entry, close }: { entry: Activity; close: () => void }) {
  const t = useTexts(outreachTexts)
  const { county } = useCounty()
  const say = useUndoable()
  const change = useChange({
    send: (why: string, options) =>
      answer(
        api.counties[':county'].activities[':id'].retraction.$put(
          { param: { county, id: entry.id }, json: { reason: why } },
          options,
        ),
      ),
    renews: [outreachKey(county)],
    done: () => {
      say(t('didRetract'))
      close()
    },
  })
  return (
    <ReasonDialog
      title={t('retractTitle')}
      submitLabel={t('retract')}
      label={t('reason')}
      hint={t('retractHint')}
      busy={change.isPending}
      error={change.error}
      submit={(reason) => change.mutate(reason)}
      close={close}
    />
  )
}
