/** A random UUID; `crypto.randomUUID` is missing in the oldest browsers served and on plain HTTP. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Idempotency keys of one form. The same words sent again (a double click, a retry after a lost connection) get the
 * same key until they have succeeded, so that they take effect once; other words get a key of their own.
 */
export class RequestKeys {
  #words = ''
  #key = ''

  keyFor(body: unknown): string {
    const words = JSON.stringify(body)
    if (this.#key === '' || words !== this.#words) {
      this.#words = words
      this.#key = newUuid()
    }
    return this.#key
  }

  succeeded(): void {
    this.#key = ''
  }
}
