import type { Area } from '../../../../schema/api/areas.ts'
import { areasTexts } from '../../../i18n/areas.ts'
import { answer, api } from '../../../lib/api.ts'
import { areasKey } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useUndoable } from '../../../ui/undoable.ts'

const merger = api.counties[':county'].areas[':id'].merger

/** Merges an area into another, with its undo. */
export function useMerger() {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const renews = [areasKey(county), ...['setup', 'posts', 'units', 'members'].map((what) => [county, what])]
  const undo = useChange({
    send: (id: string) => answer(merger.$delete({ param: { county, id } })),
    renews,
  })
  const take = ({ id, name }: Pick<Area, 'id' | 'name'>) =>
    undo.mutateAsync(id).then(() => undoable(t('didUnmerge', { name })), failed)
  const merge = useChange({
    send: ({ area, into }: { area: Area; into: Area }) =>
      answer(merger.$put({ param: { county, id: area.id }, query: {}, json: { into: into.id } })),
    renews,
    done: (_, { area, into }) =>
      undoable(t('didMerge', { from: area.name, into: into.name }), () => take(area)),
  })
  return { merge, undo: { isPending: undo.isPending, take } }
}
