import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { answer, api } from '../../lib/api.ts'
import { areasKey } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.tsx'

/** Retires and restores areas, each with its undo; `change` also renames. */
export function useChangeArea() {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const change = useChange({
    send: ({ id, ...json }: { id: string; name?: string; active?: boolean }) =>
      answer(api.counties[':county'].areas[':id'].$patch({ param: { county, id }, json })),
    renews: [areasKey(county), [county, 'setup']],
  })
  const setActive = (area: Pick<Area, 'id' | 'name'>, active: boolean) =>
    change.mutate(
      { id: area.id, active },
      {
        onSuccess: () =>
          undoable(t(active ? 'didRestore' : 'didRetire', { name: area.name }), () =>
            setActive(area, !active),
          ),
        onError: failed,
      },
    )
  return {
    change,
    retire: (area: Area) => setActive(area, false),
    restore: (area: Area) => setActive(area, true),
  }
}
