import type { Relapse } from '../../../../schema/api/issues.ts'

/** The part of closed issues that came back, 0 to 1. */
export function shareOf({ closed, relapsed }: Pick<Relapse, 'closed' | 'relapsed'>): number {
  return closed === 0 ? 0 : relapsed / closed
}
