import { countyExports, filledIn } from '../../support/years/county-reads.ts'
import { sampleMemory } from '../national/runtime.ts'
import type { requestLog } from '../request-log.ts'
import { ask, send } from './asked.ts'
import type { Seeded } from './seed-years.ts'

/** An export: how long it took to its last byte, and the most memory the runtime had while it streamed. */
export type Exported = { ms: number; kilobytes: number; megabytes: number }

/** Every export once, after one of a round's standings, which wakes what writes sheets. */
export async function exportsOf(
  origin: string,
  { county, token, known }: Seeded,
  log: ReturnType<typeof requestLog>,
): Promise<Map<string, Exported>> {
  const own = (path: string) => `/api/v1/counties/${county}${filledIn(path, known)}`
  const found = new Map<string, Exported>()
  await ask(origin, { path: own('/rounds/{published}/sheet'), token }, log)
  for (const [path, queries] of Object.entries(countyExports))
    for (const query of queries) {
      const samples = sampleMemory(50)
      const { ms, bytes } = await send(origin, 'GET', own(path + query), token)
      const megabytes = Math.max(...samples.stop())
      found.set(path + query, { ms, kilobytes: bytes / 1024, megabytes })
    }
  return found
}
