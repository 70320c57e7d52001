import { z } from 'zod'
import { Instant } from './common.ts'
import { CountyStatus } from './identity.ts'

/** A county as the platform's administrators see it: nothing of what is inside. */
export const PlatformCounty = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  province: z.string(),
  city: z.string(),
  office: z.string(),
  status: CountyStatus,
  shard: z.int(),
  villages: z.int(),
  createdAt: Instant,
  approvedAt: Instant.nullable(),
})
export type PlatformCounty = z.infer<typeof PlatformCounty>
