import { z } from 'zod'

/** A new county's way to its first round, in the order it is gone. */
export const setupSteps = ['areas', 'posts', 'units', 'board', 'members', 'round'] as const
export const SetupStep = z.enum(setupSteps)
export type SetupStep = z.infer<typeof SetupStep>

/** Derived from what the county has; only `skipped` is remembered, and what is done is no longer skipped. */
export const SetupProgress = z.object({
  steps: z.array(
    z.object({
      key: SetupStep,
      state: z.enum(['done', 'todo', 'skipped']),
      /** How many there are: villages, holders of posts (at most 1000), units, boards, members, rounds (at most 1). */
      count: z.int(),
    }),
  ),
  /** The first step that is neither done nor skipped. */
  next: SetupStep.nullable(),
})
export type SetupProgress = z.infer<typeof SetupProgress>

export const SkippedSteps = z.strictObject({ steps: z.array(SetupStep).max(6) })
