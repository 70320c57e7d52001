import { api } from '../../lib/api.ts'

/** Ends the session and leads to sign-in, even when the server cannot be told. */
export async function signOut(): Promise<void> {
  await api.sessions.current.$delete().catch(() => {})
  location.assign('/signin/')
}
