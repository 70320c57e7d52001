import { Disconnected } from '../../lib/problem.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { Changes } from '../store/changes.ts'
import type { FieldDatabase } from '../store/database.ts'
import { ownerKey } from '../store/owner.ts'
import type { Owner } from '../store/records.ts'
import { unstick } from '../store/settle.ts'
import { fetchBundle } from './fetch-bundle.ts'
import { alone, leaseFor } from './one-sender.ts'
import type { Pace } from './pace.ts'
import { type Ended, paceKey, sendAll } from './send-all.ts'
import type { FieldSending, SendingState } from './sending.ts'
import type { Transport } from './transport.ts'

export type SendingParts = {
  db: FieldDatabase
  changes: Changes
  session: OpenSession
  transport: Transport
  progress: Map<string, number>
  now?: () => number
  random?: () => number
  /** Calls back after so many ms; answers how to call it off. */
  timer?: (back: () => void, ms: number) => () => void
  /** Whether the browser knows that there is no network at all. */
  offline?: () => boolean
}

export type OpenSending = FieldSending & {
  /** Something may be there to be sent: a tap, a signal, the app in sight again. */
  wake(): Promise<void>
}

/** How old the county's data may be before it is asked for again, in ms. */
const bundleAge = 5 * 60_000
const afterFault = 30_000

/** Sends by itself whenever that makes sense, and keeps the county's data up to date. */
export function fieldSending(parts: SendingParts): OpenSending {
  const { db, changes, session, progress, now = Date.now, random = Math.random } = parts
  const {
    timer = browserTimer,
    offline = () => typeof navigator !== 'undefined' && navigator.onLine === false,
  } = parts
  const listeners = new Set<() => void>()
  let state: SendingState = { sending: false, nextAt: null, connected: true, bundleAt: null }
  const update = (part: Partial<SendingState>) => {
    state = { ...state, ...part }
    for (const listener of [...listeners]) listener()
  }
  const transport = heard(parts.transport, (connected) => {
    if (connected !== state.connected) update({ connected })
  })
  const isAtWork = (owner: Owner) => {
    const current = session.current()
    return !current.expired && current.owner !== undefined && ownerKey(current.owner) === ownerKey(owner)
  }
  let calledOff = () => {}
  /** What is older than this is not new enough: something was sent since, or somebody asked. */
  let freshFrom = 0

  /** One round; answers how it ended. */
  const send = async (owner: Owner): Promise<Ended | 'busy'> => {
    let ended: Ended = 'left'
    const done = await alone(
      db,
      async () => {
        if (offline()) return unstick(db, ownerKey(owner))
        ended = await sendAll({
          ...{ db, owner, transport, now, random, mine: () => isAtWork(owner) },
          changed: () => {
            freshFrom = now()
            changes.everywhere()
          },
          progress: (photo, part) => {
            progress.set(photo, part)
            changes.here()
          },
        })
      },
      now,
    )
    return done ? ended : 'busy'
  }

  const round = async (eager: boolean): Promise<void> => {
    const { owner, expired } = session.current()
    if (!owner) return
    const kept = await db.read(['bundles'], (tx) => tx.store.get(ownerKey(owner)))
    update({ bundleAt: kept?.at ?? null })
    if (expired && eager && !offline()) await session.check()
    const pace = await db.read(['settings'], (tx) => tx.store.get(paceKey(ownerKey(owner))))
    const { nextAt = null, asked = false } = (pace as Pace | undefined) ?? {}
    if (nextAt !== null && nextAt > now() && (!eager || asked)) return again(nextAt)
    update({ sending: true })
    const ended = await send(owner).finally(() => update({ sending: false }))
    if (ended === 'signedOut') return session.expire()
    if (ended === 'busy') return again(now() + leaseFor)
    if (ended === 'later') {
      const slower = await db.read(['settings'], (tx) => tx.store.get(paceKey(ownerKey(owner))))
      return again((slower as Pace).nextAt ?? now())
    }
    if (ended === 'done') await keepUp(owner)
  }

  const again = (at: number) => {
    update({ nextAt: at })
    calledOff()
    calledOff = timer(() => void wake(false), Math.max(0, at - now()))
  }

  const keepUp = async (owner: Owner) => {
    update({ nextAt: null })
    calledOff()
    const kept = await db.read(['bundles'], (tx) => tx.store.get(ownerKey(owner)))
    if (kept && kept.at > now() - bundleAge && kept.at > freshFrom) return update({ bundleAt: kept.at })
    const fetched = await fetchBundle({ db, owner, transport, now })
    if (fetched === 'signedOut') return session.expire()
    if (fetched === 'later') return update({ bundleAt: kept?.at ?? null })
    update({ bundleAt: now() })
    changes.everywhere()
  }
  let running: Promise<void> | undefined
  let wanted: 'eager' | 'timely' | undefined
  const wake = (eager = true): Promise<void> => {
    wanted = eager || wanted === 'eager' ? 'eager' : 'timely'
    running ??= (async () => {
      while (wanted) {
        const how = wanted
        wanted = undefined
        // What the phone itself could not do just now is tried again like what the service could not.
        await round(how === 'eager').catch(() => again(now() + afterFault))
      }
    })().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: () => wake(),
    now: () => {
      freshFrom = now()
      return wake()
    },
  }
}

/** The transport, telling whether the service was reached at all. */
function heard(transport: Transport, tell: (connected: boolean) => void): Transport {
  return async (sent) => {
    try {
      const answered = await transport(sent)
      tell(true)
      return answered
    } catch (error) {
      if (error instanceof Disconnected) tell(false)
      throw error
    }
  }
}

function browserTimer(back: () => void, ms: number): () => void {
  const timer = setTimeout(back, ms)
  return () => clearTimeout(timer)
}
