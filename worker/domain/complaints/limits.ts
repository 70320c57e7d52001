/** Whose complaints are counted together. */
export type Counted = 'device' | 'contact' | 'address' | 'county'
export type Span = 'hour' | 'day'
export type Limit = { of: Counted; span: Span; most: number }

/**
 * How many complaints are taken in. A whole town may stand behind one address of a mobile carrier, so an address alone
 * is only held to what no town writes; what holds one person back is their browser and their own contact.
 */
export const limits: readonly Limit[] = [
  { of: 'device', span: 'hour', most: 5 },
  { of: 'device', span: 'day', most: 20 },
  { of: 'contact', span: 'day', most: 5 },
  { of: 'address', span: 'hour', most: 300 },
  { of: 'county', span: 'hour', most: 600 },
]

const lengths: Record<Span, number> = { hour: 3_600_000, day: 86_400_000 }

/** The hour or day (of UTC) an instant lies in, in epoch milliseconds. */
export function windowAt(span: Span, now: number): { from: number; endsAt: number } {
  const length = lengths[span]
  const from = Math.floor(now / length) * length
  return { from, endsAt: from + length }
}

/** No person reads, fills in and sends the form within so many milliseconds. */
const quickest = 3000

/** Whether a form looks like a machine's work. It is kept, but apart from the others. */
export function isDoubtful(sent: { trap: string; openFor: number; knownDevice: boolean }): boolean {
  return sent.trap !== '' || sent.openFor < quickest || !sent.knownDevice
}

/** A contact as it is counted: digits alone where it is a number, else without spaces and capitals. */
export function contactKey(contact: string): string {
  const plain = contact.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const digits = plain.replace(/\D/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')
  return /^[\d+()-]+$/.test(plain) ? digits : plain
}
