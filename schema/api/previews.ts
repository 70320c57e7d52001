import { z } from 'zod'
import { Instant } from './common.ts'

/** A link to the public site of a county not yet approved, as its office sees it before anybody else does. */
export const Preview = z.object({ url: z.string(), expiresAt: Instant })
export type Preview = z.infer<typeof Preview>
