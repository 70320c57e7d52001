import { NotAsRead } from '../../data/county-db.ts'
import { Problem } from '../../problems/problem.ts'

/**
 * Does something again where what it was computed from changed before it was stored. Errors: conflict, after five
 * times.
 */
export async function whileItChanges<T>(attempt: () => Promise<T>): Promise<T> {
  for (let times = 0; times < 5; times++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof NotAsRead)) throw error
    }
  }
  throw new Problem('conflict')
}
