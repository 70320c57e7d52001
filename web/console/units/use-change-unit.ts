import type { Unit } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.tsx'

/** Retires and restores units, each with its undo; `change` also renames and sets what is covered. */
export function useChangeUnit() {
  const t = useTexts(unitsTexts)
  const { county } = useCounty()
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const change = useChange({
    send: ({ id, ...json }: { id: string; name?: string; covers?: string[]; active?: boolean }) =>
      answer(api.counties[':county'].units[':id'].$patch({ param: { county, id }, json })),
    renews: [[county, 'units']],
  })
  const setActive = ({ id, name }: Pick<Unit, 'id' | 'name'>, active: boolean) =>
    change.mutate(
      { id, active },
      {
        onSuccess: () =>
          undoable(t(active ? 'didRestore' : 'didRetire', { name }), () => setActive({ id, name }, !active)),
        onError: failed,
      },
    )
  return {
    change,
    retire: (unit: Unit) => setActive(unit, false),
    restore: (unit: Unit) => setActive(unit, true),
  }
}
