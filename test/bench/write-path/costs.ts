import { makeToken } from '../../../worker/actions/identity/tokens.ts'
import { median } from '../median.ts'
import { type Logged, requestLog } from '../request-log.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import {
  aPhoto,
  aSmallCopy,
  aStep,
  issueRoute,
  kindsOf,
  photoRoute,
  raising,
  sent,
  stepRoute,
} from './kinds.ts'

/** What one write costs in both databases. */
export type WriteCost = { rowsRead: number; rowsWritten: number }

const writes = 9

/** The steps that an issue is assumed to take after it was raised, the last by somebody else than the one before it. */
const life = ['started', 'noted', 'rectified', 'noted', 'closed']

type Counting = { county: HostedCounty; log: ReturnType<typeof requestLog>; costs: Map<string, WriteCost> }

/**
 * What one of each kind of write costs, by the suite's names for them, `issue raised` and `photo’s copy`: medians of
 * some. A step of an issue is the mean of those of a whole life, since the first is the cheapest and the last the dearest.
 */
export async function writeCosts(): Promise<Map<string, WriteCost>> {
  const log = requestLog()
  const logged = { vars: { XIANGBANG_LOG: 'requests' }, workerLog: (message: string) => log.hear(message) }
  return withHostedCounty(
    '620423',
    async (county) => {
      const costs = new Map<string, WriteCost>()
      for (const { name, route, next } of await kindsOf(county)) {
        log.forget()
        for (let n = 0; n < writes; n++) await sent(county, await next())
        costs.set(name, costOf(await log.of(route, writes), median))
        if (name === 'issue step') await lives({ county, log, costs })
      }
      await copies({ county, log, costs })
      return costs
    },
    logged,
  )
}

/** Issues raised and brought to an end, step by step. */
async function lives({ county, log, costs }: Counting): Promise<void> {
  const raise = await raising(county)
  const wanted = { name: 'second', role: 'county_admin', expiresInDays: 1 } as const
  const { secret } = await makeToken(await county.context(), wanted)
  const second = { ...county, token: secret }
  log.forget()
  for (let n = 0; n < writes; n++) {
    const raised = raise()
    await sent(county, raised)
    for (const kind of life) await sent(kind === 'closed' ? second : county, aStep(raised, kind))
  }
  costs.set('issue raised', costOf(await log.of(issueRoute, writes), median))
  costs.set('issue step', costOf(await log.of(stepRoute, writes * life.length), mean))
}

/** Small copies, each of another photo. */
async function copies({ county, log, costs }: Counting): Promise<void> {
  log.forget()
  for (let n = 0; n < writes; n++) {
    const whole = aPhoto()
    await sent(county, whole)
    await sent(county, aSmallCopy(whole))
  }
  costs.set('photo’s copy', costOf(await log.of(`${photoRoute}/thumbnail`, writes), median))
}

function costOf(lines: readonly Logged[], of: (values: number[]) => number): WriteCost {
  return {
    rowsRead: of(lines.map(({ rowsRead }) => rowsRead)),
    rowsWritten: of(lines.map(({ rowsWritten }) => rowsWritten)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
