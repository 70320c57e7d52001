import { z } from 'zod'

/** Roles; the public has no account and therefore no role. */
export const roles = [
  'county_admin',
  'county_leader',
  'inspector',
  'drone_operator',
  'township_reporter',
  'township_leader',
  'department',
  'village_secretary',
  'grid_member',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** What a member's role reaches over. */
export const ScopeKind = z.enum(['county', 'township', 'village', 'grid', 'unit'])
export type ScopeKind = z.infer<typeof ScopeKind>

/** A member's reach: `id` is null for the whole county; `township` is the township the area lies in. */
export const Scope = z.object({ kind: ScopeKind, id: z.string().nullable(), township: z.string().nullable() })
export type Scope = z.infer<typeof Scope>
