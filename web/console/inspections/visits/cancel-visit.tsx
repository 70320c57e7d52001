import type { Visit } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { villageName } from '../../../ui/ranking-words.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { inspectionsKey } from '../queries.ts'

/** Asks why before a planned visit is cancelled. */
export function CancelVisit({ visit: { id, subjectName }, close }: { visit: Visit; close: () => void }) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const cancel = useChange({
    send: (words: string, options) =>
      answer(
        api.counties[':county'].visits[':id'].$patch(
          { param: { county, id }, json: { state: 'cancelled', reason: words } },
          options,
        ),
      ),
    renews: [inspectionsKey(county)],
    done: () => {
      said(t('didCancel'))
      close()
    },
  })
  return (
    <ReasonDialog
      title={t('cancelTitle', { subject: villageName(subjectName) })}
      submitLabel={t('cancel')}
      label={t('reason')}
      busy={cancel.isPending}
      error={cancel.error}
      submit={(reason) => cancel.mutate(reason)}
      close={close}
    />
  )
}
