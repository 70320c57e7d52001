import { resolveFailures } from '../../data/job-failures.ts'
import type { CountyContext } from '../context.ts'
import { sealAudit } from './seal-audit.ts'

/** The queue's work on one county's audit: seals it, asks to be called again where there is more, settles failures. */
export async function keepSealed(context: CountyContext): Promise<void> {
  const { env, control, county, now } = context
  const more = await sealAudit(context)
  if (more) await env.JOBS.send({ kind: 'seal', county: county.id, at: now.getTime() })
  await control.run(resolveFailures(county.id, now.toISOString(), 'seal'))
}
