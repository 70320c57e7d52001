import type { Kept } from './retention.ts'

/**
 * The kinds of personal data the service holds. `ground` is what allows it (Personal Information Protection Law,
 * art. 13): `duty` a public body's duty, `consent` the person's own choice. `erasure` says what becomes of it when one
 * person's data is erased: `erased` goes at once, `listed` is looked for and shown to a human who edits it, `kept` holds
 * ids alone, which lead to nobody any more, `timed` goes by itself after a while. `kept` names its term, if it has one.
 */
export const holdings = {
  account: { ground: 'duty', erasure: 'erased' },
  credential: { ground: 'duty', erasure: 'erased', kept: 'session' },
  actor: { ground: 'duty', erasure: 'kept' },
  post: { ground: 'duty', erasure: 'erased' },
  interview: { ground: 'duty', erasure: 'erased' },
  meeting: { ground: 'duty', erasure: 'erased' },
  place: { ground: 'duty', erasure: 'kept' },
  lastPlace: { ground: 'duty', erasure: 'erased', kept: 'lastPlace' },
  contact: { ground: 'consent', erasure: 'timed', kept: 'contact' },
  complaint: { ground: 'consent', erasure: 'listed' },
  household: { ground: 'duty', erasure: 'listed' },
  text: { ground: 'duty', erasure: 'listed' },
  receipt: { ground: 'duty', erasure: 'erased', kept: 'receipt' },
  message: { ground: 'duty', erasure: 'timed', kept: 'delivery' },
  notice: { ground: 'duty', erasure: 'erased', kept: 'notice' },
} as const satisfies Record<string, { ground: Ground; erasure: Erasure; kept?: Kept }>

export type Ground = 'duty' | 'consent'
export type Erasure = 'erased' | 'listed' | 'kept' | 'timed'
export type Holding = keyof typeof holdings
export const holdingKeys = Object.keys(holdings) as Holding[]
