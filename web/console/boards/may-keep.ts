import type { Board } from '../../../schema/api/boards.ts'
import { useCounty } from '../../lib/session.ts'
import { useTownships } from './queries.ts'

/** Whether the member keeps this board: the office every one, a township's leader those of the township. */
export function useMayKeep({ owner }: Pick<Board, 'owner'>): boolean {
  const { may } = useCounty()
  const townships = useTownships()
  return may('board.write', townships?.some(({ id }) => id === owner) ? { township: owner } : {})
}
