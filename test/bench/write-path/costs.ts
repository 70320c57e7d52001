import { median } from '../median.ts'
import { requestLog } from '../request-log.ts'
import { withHostedCounty } from '../rounds/hosted-county.ts'
import { kindsOf, sent } from './kinds.ts'

/** What one write costs in both databases. */
export type WriteCost = { rowsRead: number; rowsWritten: number }

const writes = 9

/** What one of each kind of write costs, by the suite's names for them and `issue raised`: medians of some. */
export async function writeCosts(): Promise<Map<string, WriteCost>> {
  const log = requestLog()
  const logged = { vars: { XIANGBANG_LOG: 'requests' }, workerLog: (message: string) => log.hear(message) }
  return withHostedCounty(
    '620423',
    async (county) => {
      const costs = new Map<string, WriteCost>()
      const note = async (name: string, route: string) => {
        const lines = await log.of(route, writes)
        costs.set(name, {
          rowsRead: median(lines.map(({ rowsRead }) => rowsRead)),
          rowsWritten: median(lines.map(({ rowsWritten }) => rowsWritten)),
        })
      }
      for (const { name, route, next } of await kindsOf(county)) {
        log.forget()
        for (let n = 0; n < writes; n++) await sent(county, await next())
        await note(name, route)
        // A step is taken in an issue raised for it.
        if (name === 'issue step') await note('issue raised', '/api/v1/counties/:county/issues/:id')
      }
      return costs
    },
    logged,
  )
}
