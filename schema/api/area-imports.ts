import { z } from 'zod'
import { AreaLevel, RowProblem, Suggestion } from './areas.ts'

/**
 * `pick` settles a row in doubt, `ROW:AREA`: for a name much like another's the area it is, or `ROW:new`; for an
 * unknown township or village the one it lies in. May be given many times.
 */
export const AreaImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
  pick: z.union([z.string().max(80), z.array(z.string().max(80)).max(2000)]).optional(),
})

/** Every row of a sheet of areas and what it asks for; `applied` only where all are clear. */
export const AreaImport = z.object({
  applied: z.boolean(),
  rows: z.array(
    z.object({
      row: z.int(),
      action: z.enum(['add', 'change', 'same']),
      level: AreaLevel,
      name: z.string(),
      township: z.string(),
      code: z.string().optional(),
      id: z.string().optional(),
      active: z.boolean().optional(),
      error: RowProblem.optional(),
      suggestions: z.array(Suggestion).optional(),
    }),
  ),
})
export type AreaImport = z.infer<typeof AreaImport>
