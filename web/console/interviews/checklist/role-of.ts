import { Role } from '../../../../schema/api/access.ts'

/** The role in which somebody took a step, where the step says so. */
export function roleOf(detail: Record<string, unknown>): Role | undefined {
  return Role.safeParse(detail.role).data
}
