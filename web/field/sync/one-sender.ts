import type { FieldDatabase } from '../store/database.ts'

/** How long a lease holds when its holder says nothing more: it may have been killed. */
export const leaseFor = 60_000
const renewEvery = 15_000

/**
 * Does `work` while nobody else on this origin does: no other tab, nor the service worker. Waits its turn where the
 * browser has locks; where it has none, answers false when another holds the lease.
 */
export async function alone(
  db: FieldDatabase,
  work: () => Promise<void>,
  now: () => number,
): Promise<boolean> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) {
    await navigator.locks.request('xiangbang-field-sending', work)
    return true
  }
  return byLease(db, work, now)
}

type Lease = { holder: string; until: number }

/** A lease in the database itself, whose transactions come one after the other. */
export async function byLease(
  db: FieldDatabase,
  work: () => Promise<void>,
  now: () => number,
): Promise<boolean> {
  const holder = String(Math.random())
  const claim = (until: number) =>
    db.write(['settings'], async (tx) => {
      const lease = (await tx.store.get('lease')) as Lease | undefined
      if (lease && lease.holder !== holder && lease.until > now() && lease.until <= now() + leaseFor)
        return false
      await tx.store.put({ holder, until } satisfies Lease, 'lease')
      return true
    })
  if (!(await claim(now() + leaseFor))) return false
  const renewal = setInterval(() => claim(now() + leaseFor).catch(() => false), renewEvery)
  try {
    await work()
  } finally {
    clearInterval(renewal)
    await claim(0).catch(() => false)
  }
  return true
}
