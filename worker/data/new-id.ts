/**
 * A UUIDv7 (RFC 9562): time-ordered, so it also serves as a list's key. `at` in epoch milliseconds. Ids made one after
 * the other at the same instant count up (section 6.2, method 1), so that what one request writes stays in its order.
 */
export function newId(at: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const count = at === last.at ? last.count + 1 : (((bytes[6] ?? 0) & 0x07) << 8) | (bytes[7] ?? 0)
  last = { at, count: count & 0xfff }
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = 0x70 | (last.count >> 8)
  bytes[7] = last.count & 0xff
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** What this isolate made last. A counter that runs over begins again: 4,096 in one millisecond are not to be expected. */
let last = { at: 0, count: 0 }
