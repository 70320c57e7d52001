import type { z } from 'zod'
import { type SetupProgress, SkippedSteps, setupSteps } from '../../../schema/api/setup.ts'
import { putSetting } from '../../data/settings.ts'
import { countMembers, readSetup } from '../../data/setup-counts.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** How far a county's setup is, from what it has; one round trip to each database. */
export async function setupProgress({
  db,
  control,
  county,
}: Pick<CountyContext, 'db' | 'control' | 'county'>): Promise<SetupProgress> {
  const [{ counts, skipped }, members] = await Promise.all([readSetup(db), countMembers(control, county.id)])
  const kept = SkippedSteps.safeParse({ steps: skipped })
  const skips = kept.success ? kept.data.steps : []
  // The county's founder is a member from the start: somebody else has to be invited.
  const enough = { areas: 1, posts: 1, units: 1, board: 1, members: 2, round: 1 }
  const all = { ...counts, members }
  const steps = setupSteps.map((key) => {
    const done = all[key] >= enough[key] && (key !== 'areas' || county.areas === 'ready')
    const state = done ? ('done' as const) : skips.includes(key) ? ('skipped' as const) : ('todo' as const)
    return { key, state, count: all[key] }
  })
  return { steps, next: steps.find(({ state }) => state === 'todo')?.key ?? null }
}

/** Remembers which steps are skipped, in place of those before. */
export async function skipSteps(
  context: CountyContext,
  { steps }: z.infer<typeof SkippedSteps>,
): Promise<SetupProgress> {
  const { db } = context
  await db.write(
    putSetting(db, 'setup_skipped', [...new Set(steps)]),
    record(context, 'setup.skip', 'setup', { steps }),
  )
  return setupProgress(context)
}
