import type { ColumnDetail } from '../../../schema/api/columns.ts'
import type { CountyContext } from '../context.ts'
import { carryOut, requireAct } from './act.ts'

/** Takes an article out of the column, with a reason. Errors: not_found, forbidden, column_moved_on. */
export async function withdrawColumn(
  context: CountyContext,
  id: string,
  reason: string,
): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'withdraw')
  return carryOut(context, read, {
    ...{ act: 'withdraw', verb: 'column.withdraw' },
    set: { state: 'withdrawn', shown: false, nextAt: null, reason },
    done: (row) => row.state === 'withdrawn' && row.reason === reason,
  })
}

/** Lays a draft aside; it can be taken up again. Errors: not_found, forbidden, column_moved_on. */
export async function discardColumn(context: CountyContext, id: string): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'discard')
  return carryOut(context, read, {
    ...{ act: 'discard', verb: 'column.discard', set: { state: 'discarded' } },
    done: ({ state }) => state === 'discarded',
  })
}

/** Takes up a draft that was laid aside. Errors: not_found, forbidden, column_moved_on. */
export async function restoreColumn(context: CountyContext, id: string): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'restore')
  return carryOut(context, read, {
    ...{ act: 'restore', verb: 'column.restore', set: { state: 'draft' } },
    done: ({ state }) => state === 'draft',
  })
}
