import { z } from 'zod'

/** Another `beat` than the last one means that something in the county has changed. */
export const Pulse = z.object({ beat: z.string() })
export type Pulse = z.infer<typeof Pulse>
