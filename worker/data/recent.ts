import type { CountyId } from '../../schema/tables/keys.ts'

/** Milliseconds; far below the minute for which a browser may keep what is public. */
const keptFor = 5000

const everything = new Set<Recent<{ county: CountyId }>>()

/**
 * What this isolate has just read for the public, so that a board everybody opens at once is looked up every few
 * seconds and not with every request. Other isolates' changes show when an entry has run out, its own at once.
 */
export class Recent<Value extends { county: CountyId }> {
  readonly #room: number
  readonly #kept = new Map<string, { value: Value; from: number }>()
  #forgotten = 0

  /** Keeps at most `room` values, the newest. Lives as long as the isolate: make one per module. */
  constructor(room: number) {
    this.#room = room
    everything.add(this)
  }

  /**
   * The value kept under a key (which starts with the county), else what `find` finds; where that is nothing, nothing
   * is kept. Once a value has run out one caller looks again, and the others have the old one until it has found.
   */
  async get(key: string, now: Date, find: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const from = now.getTime()
    const known = this.#kept.get(key)
    if (known && known.from <= from && from < known.from + keptFor) return known.value
    if (known) known.from = from
    const before = this.#forgotten
    const value = await find().catch((error: unknown) => {
      this.#kept.delete(key)
      throw error
    })
    // Something was written while this was read: it may be what was before.
    if (this.#forgotten !== before) return value
    this.#kept.delete(key)
    if (value !== undefined) this.#kept.set(key, { value, from })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#room && oldest !== undefined) this.#kept.delete(oldest)
    return value
  }

  forget(county: CountyId): void {
    this.#forgotten += 1
    for (const [key, { value }] of this.#kept) if (value.county === county) this.#kept.delete(key)
  }

  forgetAll(): void {
    this.#forgotten += 1
    this.#kept.clear()
  }
}

/** For a host whose databases have been put back: nothing that was read counts any more. */
export function forgetAllRecent(): void {
  for (const each of everything) each.forgetAll()
}

/** Called after every write to a county. */
export function forgetRecent(county: CountyId): void {
  for (const each of everything) each.forget(county)
}
