import type { FieldBundle } from '../../../schema/api/field.ts'
import { Disconnected } from '../../lib/problem.ts'
import type { FieldDatabase } from '../store/database.ts'
import { ownerKey } from '../store/owner.ts'
import type { Owner } from '../store/records.ts'
import type { Transport } from './transport.ts'

export type Fetched = 'new' | 'same' | 'later' | 'signedOut'
type Fetching = { db: FieldDatabase; owner: Owner; transport: Transport; now: () => number }

/** Brings what the phone needs of the county up to date, then the small pictures of its issues. */
export async function fetchBundle(fetching: Fetching): Promise<Fetched> {
  try {
    return await fetched(fetching)
  } catch (error) {
    if (error instanceof Disconnected) return 'later'
    throw error
  }
}

async function fetched({ db, owner, transport, now }: Fetching): Promise<Fetched> {
  const key = ownerKey(owner)
  const kept = await db.read(['bundles'], (tx) => tx.store.get(key))
  const headers: Record<string, string> = { 'x-member': owner.member }
  if (kept?.etag) headers['if-none-match'] = kept.etag
  const answered = await transport({ method: 'GET', path: `/api/v1/counties/${owner.county}/field`, headers })
  if (answered.status === 401) return 'signedOut'
  if (answered.status === 304 && kept) {
    await db.write(['bundles'], (tx) =>
      tx.store.put({ ...kept, etag: answered.header('etag') ?? kept.etag, at: now() }),
    )
    await fetchThumbnails(db, owner, kept.bundle, transport)
    return 'same'
  }
  const bundle = answered.status === 200 ? await bundleIn(answered) : undefined
  // Another's session answers with another's work: that is not for here.
  if (!bundle || bundle.member.id !== owner.member || bundle.county.id !== owner.county) return 'later'
  await db.write(['bundles'], (tx) =>
    tx.store.put({ owner: key, etag: answered.header('etag'), at: now(), bundle }),
  )
  await fetchThumbnails(db, owner, bundle, transport)
  return 'new'
}

async function bundleIn(answered: { json(): Promise<unknown> }): Promise<FieldBundle | undefined> {
  const said = (await answered.json().catch(() => undefined)) as Partial<FieldBundle> | undefined
  const whole = said?.member && said.county && said.areas && said.sheets && said.issues
  return whole ? (said as FieldBundle) : undefined
}

/** Those of issues in the bundle that are not here yet; those of others go. */
async function fetchThumbnails(db: FieldDatabase, owner: Owner, bundle: FieldBundle, transport: Transport) {
  const key = ownerKey(owner)
  const wanted = bundle.issues.flatMap(({ thumbnails }) => thumbnails)
  const names = new Set(wanted.map(({ photo }) => photo))
  const there = await db.write(['thumbnails'], async (tx) => {
    const keys = await tx.store.index('owner').getAllKeys(key)
    for (const each of keys) if (!names.has(each[1])) await tx.store.delete(each)
    return new Set(keys.map(([, photo]) => photo))
  })
  for (const { photo, url } of wanted.filter((each) => !there.has(each.photo))) {
    const answered = await transport({ method: 'GET', path: url, headers: { 'x-member': owner.member } })
    const type = answered.header('content-type') ?? ''
    if (answered.status !== 200 || !type.startsWith('image/')) continue
    const bytes = await (await answered.blob()).arrayBuffer()
    await db.write(['thumbnails'], (tx) => tx.store.put({ owner: key, photo, bytes, type }))
  }
}
