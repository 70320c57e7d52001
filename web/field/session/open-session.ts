import type { Me } from '../../../schema/api/identity.ts'
import { ApiProblem, Disconnected } from '../../lib/problem.ts'
import { Changes } from '../store/changes.ts'
import type { FieldDatabase } from '../store/database.ts'
import { ask } from './ask.ts'
import type { FieldSession, Membership, SessionState } from './session.ts'
import { remembered, type Who, whoOf } from './who.ts'

export type OpenSession = FieldSession & {
  /** Asks the service who is signed in, where it can be reached. */
  check(): Promise<void>
  /** The service has said that nobody is. */
  expire(): Promise<void>
}

const nobody: SessionState = { owner: undefined, name: '', countyName: '', expired: false, choices: [] }

/** Opens the session as the phone remembers it. Other tabs hear of every change. */
export async function openSession(db: FieldDatabase, changes = new Changes('session')): Promise<OpenSession> {
  const memory = remembered(db)
  let state = nobody
  let choices: readonly Membership[] = []
  let me: Me | undefined

  const reload = async () => {
    const before = JSON.stringify(state)
    const next = stateOf(await memory.who(), me, choices)
    if (JSON.stringify(next) === before) return
    // The owner is compared by what it is: screens begin anew only with another.
    state =
      JSON.stringify(next.owner) === JSON.stringify(state.owner) ? { ...next, owner: state.owner } : next
    for (const listener of [...listeners]) listener()
  }
  const listeners = new Set<() => void>()
  changes.subscribe(reload)
  const changed = async () => {
    await reload()
    changes.everywhere()
  }

  /** Somebody has shown that it is they: theirs is shown from now on. */
  const adopt = async (found: Me) => {
    me = found
    choices = found.memberships
    const before = await memory.who()
    const last =
      before?.account === found.account.id ? before.county : await memory.lastCounty(found.account.id)
    const chosen =
      choices.find(({ county }) => county.id === last) ?? (choices.length === 1 ? choices[0] : undefined)
    if (chosen) await memory.keepWho(whoOf(found, chosen))
    else if (before?.account === found.account.id) await memory.keepWho({ ...before, expired: true })
    else if (before) await memory.leave('')
    await changed()
  }

  const expire = async () => {
    const who = await memory.who()
    me = undefined
    if (who && !who.expired) await memory.keepWho({ ...who, expired: true })
    await changed()
  }

  const check = async () => {
    try {
      const found = (await ask('GET', '/me')) as Me
      const leaving = await memory.leaving()
      if (leaving !== undefined && leaving === found.account.id) await ask('DELETE', '/sessions/current')
      else await adopt(found)
      await memory.left()
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        await memory.left()
        return expire()
      }
      if (!(error instanceof Disconnected) && !(error instanceof ApiProblem)) throw error
    }
  }

  await reload()
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    check,
    expire,
    signIn: async (login, password) => {
      await ask('POST', '/sessions', { login, password })
      await memory.left()
      await adopt((await ask('GET', '/me')) as Me)
    },
    choose: async (membership) => {
      const chosen = choices.find(({ id }) => id === membership)
      if (me && chosen) await memory.keepWho(whoOf(me, chosen))
      await changed()
    },
    unsent: async () => {
      const who = await memory.who()
      return who ? memory.unsent(who) : 0
    },
    signOut: async () => {
      const who = await memory.who()
      await memory.leave(who?.account ?? me?.account.id ?? '')
      me = undefined
      choices = []
      await changed()
      await ask('DELETE', '/sessions/current').then(memory.left, () => {})
    },
  }
}

function stateOf(who: Who | undefined, me: Me | undefined, choices: readonly Membership[]): SessionState {
  if (!who) return { ...nobody, name: me?.account.name ?? '', choices }
  const { account, county, member, name, countyName, expired } = who
  return { owner: { account, county, member }, name, countyName, expired, choices }
}
