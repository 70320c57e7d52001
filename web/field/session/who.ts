import type { Me } from '../../../schema/api/identity.ts'
import type { FieldDatabase } from '../store/database.ts'
import { ownerKey } from '../store/owner.ts'

/** Who was last at work on this phone: enough to open without signal. */
export type Who = {
  account: string
  county: string
  member: string
  name: string
  countyName: string
  expired: boolean
}

/** What the phone remembers about its sessions. */
export function remembered(db: FieldDatabase) {
  const get = <Value>(key: string): Promise<Value | undefined> =>
    db.read(['settings'], async (tx) => (await tx.store.get(key)) as Value | undefined)
  return {
    who: () => get<Who>('who'),
    keepWho: (who: Who) =>
      db.write(['settings'], async (tx) => {
        await tx.store.put(who, 'who')
        await tx.store.put(who.county, `county:${who.account}`)
      }),
    /** Forgets who it was; the service is to hear of it as soon as it can be reached. */
    leave: (account: string) =>
      db.write(['settings'], async (tx) => {
        await tx.store.delete('who')
        await tx.store.put(account, 'leaving')
      }),
    leaving: () => get<string>('leaving'),
    left: () => db.write(['settings'], (tx) => tx.store.delete('leaving')),
    /** The county the account last worked in here. */
    lastCounty: (account: string) => get<string>(`county:${account}`),
    unsent: (who: Who): Promise<number> =>
      db.read(['records', 'photos'], async (tx) => {
        const key = ownerKey(who)
        const photos = await tx.objectStore('photos').index('owner').getAll(key)
        const missing = new Set(photos.filter(({ state }) => state !== 'sent').map(({ record }) => record))
        const records = await tx.objectStore('records').index('owner').getAll(key)
        return records.filter(
          ({ id, state, discarded }) => discarded === undefined && (state !== 'sent' || missing.has(id)),
        ).length
      }),
  }
}

/** A membership of the account as the one at work here. */
export function whoOf({ account }: Me, { id, county }: Me['memberships'][number]): Who {
  return {
    ...{ account: account.id, name: account.name, member: id },
    ...{ county: county.id, countyName: county.name, expired: false },
  }
}
