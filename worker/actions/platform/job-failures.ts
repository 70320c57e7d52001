import type { DeadLetter } from '../../../schema/api/platform.ts'
import { ControlDb } from '../../data/control-db.ts'
import { countDeath, countFailure, type DeadRow } from '../../data/job-failures.ts'
import type { Env } from '../../env.ts'
import { Unavailable } from '../../problems/unavailable.ts'
import { record } from '../audit.ts'
import { systemContext } from '../tick.ts'

/** Notes that a message failed; one that names no county leaves nothing. */
export async function noteFailure(env: Env, body: unknown, error: unknown, now: Date): Promise<void> {
  const said = message(body)
  if (!said) return
  const at = now.toISOString()
  await new ControlDb(env.CONTROL).run(countFailure({ ...said, error: String(error).slice(0, 500), at }))
}

/**
 * Buries a message given up after its retries. The first since the county's work last succeeded is written into its
 * audit, where the office can see it; those that follow are only counted, or a county that keeps failing would fill
 * its audit with one row every five minutes. A message that names no county is let go.
 */
export async function bury(env: Env, body: unknown, now: Date): Promise<void> {
  const said = message(body)
  const context = said && (await systemContext(env, said.county, now))
  if (!said || !context) return
  const error = JSON.stringify(body).slice(0, 500)
  const [[counted]] = await context.control.run(countDeath({ ...said, error, at: now.toISOString() }))
  if (counted?.deaths !== 1) return
  const told = context.db.write(record(context, 'job.dead', said.county, { job: error }))
  // Where its own database is what is away, the platform's count has to do.
  await told.catch((reason: unknown) => {
    if (!(reason instanceof Unavailable)) throw reason
  })
}

export function deadLetterOf(row: DeadRow): DeadLetter {
  const { county, code, name, kind, error, failures, deaths, firstAt, lastAt } = row
  return { county: { id: county, code, name }, kind, error, failures, deaths, firstAt, lastAt }
}

function message(body: unknown): { county: string; kind: string } | undefined {
  if (typeof body !== 'object' || body === null || !('county' in body)) return undefined
  const kind = 'kind' in body ? String(body.kind).slice(0, 40) : 'unknown'
  return { county: String(body.county), kind }
}
