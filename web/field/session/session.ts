import type { Me } from '../../../schema/api/identity.ts'
import type { Owner } from '../store/records.ts'

export type Membership = Me['memberships'][number]

/** Who works on this phone, as far as it knows: what is remembered holds without signal too. */
export type SessionState = {
  /** Whose records are shown; undefined where nobody is signed in. */
  owner: Owner | undefined
  /** Name of the account, and of the county; for the screen. */
  name: string
  countyName: string
  /** The session has ended: everything goes on, nothing is sent until its owner has signed in again. */
  expired: boolean
  /** The counties of the account, once the service has named them; one is to be chosen where there is no owner. */
  choices: readonly Membership[]
}

/** Signing in and out inside the field app. A snapshot is replaced at each change, never altered. */
export type FieldSession = {
  current(): SessionState
  subscribe(changed: () => void): () => void
  /** Errors: ApiProblem (wrong password, locked), Disconnected. */
  signIn(login: string, password: string): Promise<void>
  choose(membership: string): Promise<void>
  /** Records of the owner that the service has not acknowledged, drafts included. */
  unsent(): Promise<number>
  /** Everything kept stays for its owner; without signal the service hears of it later. */
  signOut(): Promise<void>
}
