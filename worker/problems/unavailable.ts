import { Problem } from './problem.ts'

/** Seconds after which it is worth trying again. */
export const retryAfter = 10

/**
 * A database or the file store did not do what it was asked, for reasons of its own. Whether what it was asked took
 * effect is not known: whoever asked repeats it under the same id or key. `message` says why, for the log alone.
 */
export class Unavailable extends Problem {
  constructor(cause: unknown) {
    super('unavailable', { retryAfter })
    this.cause = cause
    this.message = `unavailable: ${cause instanceof Error ? cause.message : String(cause)}`
  }
}
