import type { BurdenInput } from '../../../../worker/domain/burden/burden.ts'
import { useBoards } from '../../../lib/boards.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useScoringSheetSizes } from '../../../lib/scoring-sheet-sizes.ts'

/** The county's boards with how many stand on each, and its scoring sheets: all the meter reads. */
export function useBurdenInput(): { data: BurdenInput | undefined; error: unknown; refetch: () => void } {
  const boards = useBoards()
  const areas = useAreas()
  const sheets = useScoringSheetSizes()
  const refetch = () => void Promise.all([boards.refetch(), areas.refetch(), sheets.refetch()])
  const error = boards.error ?? areas.error ?? sheets.error
  if (!boards.data || !areas.data || !sheets.data) return { data: undefined, error, refetch }
  const { townships, villages, villagesOf } = areas.data
  const active = (list: readonly { active: boolean }[]) => list.filter((one) => one.active).length
  const standing = (subject: string, owner: string): number => {
    const within = townships.some(({ id }) => id === owner)
    if (subject === 'township') return active(townships)
    return active(within ? villagesOf(owner) : villages)
  }
  const subjects = new Map(boards.data.map(({ id, subject, owner }) => [id, standing(subject, owner)]))
  return { data: { boards: boards.data, sheets: sheets.data, subjects }, error, refetch }
}
