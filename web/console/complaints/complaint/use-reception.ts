import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'

/** Puts a complaint back among those that wait. */
export function useReception(id: string) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  return useChange({
    send: (_: 'restore', options) =>
      answer(
        api.counties[':county'].complaints[':id'].reception.$put(
          { param: { county, id }, json: {} },
          options,
        ),
      ),
    renews: [complaintsKey(county)],
    done: () => said(t('didRestore')),
  })
}
