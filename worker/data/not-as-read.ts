/** A batch was refused because what it was computed from has changed meanwhile. */
export class NotAsRead extends Error {}

/** No JSON path, so SQLite fails with a message that repeats it. */
export const notAsRead = 'not-as-read'

/** What a failed batch is thrown as. */
export function refusal(error: unknown): never {
  const message = error instanceof Error ? error.message : ''
  throw message.includes(notAsRead) ? new NotAsRead() : error
}
