import type { Consequence } from '../../../schema/api/consequences.ts'
import { useCounty } from '../../lib/session.ts'

/** Whether the member may record what came of it, and tick off what was promised. */
export function useMayRecord(): (consequence: Consequence) => boolean {
  const { may } = useCounty()
  return ({ township, subjects }) =>
    subjects.some((village) => may('consequence.write', { township, village }))
}
