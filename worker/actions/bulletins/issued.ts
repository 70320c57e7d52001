import type { OwnedBulletin } from '../../data/bulletins.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'

/** What else happens in the batch that issues a bulletin; each statement repeats that it is issued now. */
export async function whenIssued(
  _context: CountyContext,
  _issued: OwnedBulletin,
): Promise<Statement<unknown>[]> {
  return []
}
