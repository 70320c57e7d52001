import type { FieldSession } from './session.ts'

export function SignIn(_: { session: FieldSession }) {
  return null
}
