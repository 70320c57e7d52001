/**
 * JSON in one possible writing, for hashing: members sorted by UTF-16 code units, no white space, numbers and strings
 * as ECMAScript writes them (RFC 8785). Members that are undefined are left out.
 * Throws a TypeError for what JSON cannot say: a number that is not finite, undefined in a list, a Date, a Map …
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isRecord(value)) return canonicalRecord(value)
  throw new TypeError(`canonical JSON cannot hold ${Object.prototype.toString.call(value)}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold the number ${value}`)
  return JSON.stringify(value)
}

function canonicalRecord(record: Record<string, unknown>): string {
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
  return `{${members.join(',')}}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
