import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { inspectionsKey } from '../queries.ts'

/** Asks why before an inspection is annulled. */
export function AnnulDialog({ id, close }: { id: string; close: () => void }) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const annul = useChange({
    send: (words: string, options) =>
      answer(
        api.counties[':county'].inspections[':id'].annulment.$put(
          { param: { county, id }, json: { reason: words } },
          options,
        ),
      ),
    renews: [inspectionsKey(county)],
    done: () => {
      said(t('didAnnul'))
      close()
    },
  })
  return (
    <ReasonDialog
      title={t('annulTitle')}
      submitLabel={t('annul')}
      lead={t('annulSay')}
      label={t('reason')}
      busy={annul.isPending}
      error={annul.error}
      submit={(reason) => annul.mutate(reason)}
      close={close}
    />
  )
}
