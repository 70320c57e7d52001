import type { Consequence, Stage } from '../../../../schema/api/consequences.ts'
import { type Move, moveTo, stages } from '../../../../worker/domain/consequences/stages.ts'
import { useCounty } from '../../../lib/session.ts'
import { useMayRecord } from '../may-record.ts'

/** Where the member may move an action, and by which step. */
export function useMoves(): (consequence: Consequence) => { to: Stage; move: Move }[] {
  const { may } = useCounty()
  const mayRecord = useMayRecord()
  return (consequence) => {
    if (!mayRecord(consequence)) return []
    return stages.flatMap((to) => {
      const move = moveTo(consequence, to)
      const allowed = move === 'cancel' || move === 'restore' ? may('consequence.cancel') : true
      return move && allowed ? [{ to, move }] : []
    })
  }
}
