import { useMemo } from 'react'
import FieldApp from './field-app.tsx'
import { FieldContext, useNow } from './field-context.tsx'
import type { OpenedField } from './open-field.ts'
import { SignIn } from './session/sign-in.tsx'
import { ownerKey } from './store/owner.ts'

/** Who works here decides what there is to see: another owner, another store and screens begun anew. */
export function FieldRoot({ opened }: { opened: OpenedField }) {
  const { session, sending, offline, storeOf } = opened
  const { owner } = useNow(session)
  const field = useMemo(
    () => owner && { store: storeOf(owner), session, sending, offline },
    [owner, session, sending, offline, storeOf],
  )
  if (!owner || !field) return <SignIn session={session} />
  return (
    <FieldContext value={field}>
      <FieldApp key={ownerKey(owner)} />
    </FieldContext>
  )
}
