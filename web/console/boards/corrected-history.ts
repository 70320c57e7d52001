import type { z } from 'zod'
import type { BoardHistory } from '../../../schema/api/boards.ts'
import type { HistoryImport } from '../../../schema/api/history.ts'
import type { Band } from '../../../schema/api/ranking.ts'

/** The weeks of a sheet with the villages that the user picked where a name was unclear. */
export function corrected(
  { weeks, rows }: HistoryImport,
  picked: ReadonlyMap<number, string>,
): z.infer<typeof BoardHistory> {
  return weeks.map(({ no, closedAt }, i) => ({
    no,
    closedAt,
    bands: Object.fromEntries(
      rows.flatMap(({ row, subject, bands }): [string, Band][] => {
        const village = picked.get(row) ?? subject
        const band = bands[i]
        return village !== undefined && band ? [[village, band]] : []
      }),
    ),
  }))
}
