import type { Room } from './records.ts'

const megabyte = 1_000_000
const low = 60 * megabyte
const full = 15 * megabyte

/** How much room the browser says there is; where it says nothing, there is thought to be enough. */
export async function roomLeft(): Promise<Room> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage
  const [estimate, persisted] = await Promise.all([
    quietly(() => storage?.estimate?.()),
    quietly(() => storage?.persisted?.()),
  ])
  const { usage: used = 0, quota } = estimate ?? {}
  return { state: stateOf(used, quota), used, quota: quota ?? null, persisted: persisted ?? false }
}

/** Asks the browser not to evict what is here. */
export async function askToPersist(): Promise<boolean> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage
  return (await quietly(() => storage?.persist?.())) ?? false
}

/** In bytes. Below 60 MB or a tenth of all it is low; below 15 MB no photo is taken in any more. */
export function stateOf(used: number, quota: number | undefined): Room['state'] {
  if (quota === undefined) return 'enough'
  const free = quota - used
  if (free < full) return 'full'
  return free < low || free < quota / 10 ? 'low' : 'enough'
}

/** Whether the file as picked may be kept too, beside what is made of it. */
export function roomFor({ state, used, quota }: Room, bytes: number): boolean {
  return state === 'enough' && (quota === null || quota - used - bytes > low)
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

async function quietly<Said>(ask: () => Promise<Said> | undefined): Promise<Said | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
