import { useFailureMessage } from './failure-message.ts'
import { useUndoable } from './undoable.tsx'

type Thing = { id: string; name: string }
type Then = { onSuccess: () => void; onError: (error: unknown) => void }

/**
 * Takes things out of use and brings them back, each with its undo: areas, units, whatever has a name and is `active`
 * or not. `said` says what was done.
 */
export function useRetiring(
  change: { mutate: (input: { id: string; active: boolean }, then: Then) => void },
  said: (active: boolean, name: string) => string,
) {
  const undoable = useUndoable()
  const failed = useFailureMessage()
  const setActive = ({ id, name }: Thing, active: boolean) =>
    change.mutate(
      { id, active },
      {
        onSuccess: () => undoable(said(active, name), () => setActive({ id, name }, !active)),
        onError: failed,
      },
    )
  return {
    retire: (thing: Thing) => setActive(thing, false),
    restore: (thing: Thing) => setActive(thing, true),
  }
}
