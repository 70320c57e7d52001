import { useFailureMessage } from './failure-message.ts'
import { useUndoable } from './undoable.ts'

type Thing = { id: string; name: string }

/**
 * Takes things out of use and brings them back, each with its undo: areas, units, whatever has a name and is `active`
 * or not. `said` says what was done.
 */
export function useRetiring(
  change: { mutateAsync: (input: { id: string; active: boolean }) => Promise<unknown> },
  said: (active: boolean, name: string) => string,
) {
  const undoable = useUndoable()
  const failed = useFailureMessage()
  // A promise, since a row that leaves the list takes its mutation's own callbacks with it.
  const setActive = ({ id, name }: Thing, active: boolean): Promise<void> =>
    change
      .mutateAsync({ id, active })
      .then(() => undoable(said(active, name), () => setActive({ id, name }, !active)), failed)
  return {
    retire: (thing: Thing) => setActive(thing, false),
    restore: (thing: Thing) => setActive(thing, true),
  }
}
