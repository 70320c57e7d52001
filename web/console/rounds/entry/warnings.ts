import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Guards, Source } from '../../../../schema/api/ranking.ts'
import { checkReport } from '../../../../worker/domain/ranking/report.ts'
import { heapsAt, inHeap, isHeaped } from '../../../../worker/domain/raters/heaping.ts'
import { hardlyTells, largestTie } from '../../../../worker/domain/raters/ties.ts'
import { type Cells, entriesOf } from './cells.ts'

/** Accepted all the same, but worth a look before sending. */
export type EntryWarning = {
  code: 'repeated' | 'skipped' | 'missing' | 'tied' | 'heaped'
  /** Ids of the villages it is about. */
  villages: string[]
  figures: { cut?: number; tied?: number }
}

/** What is unusual about a report being typed. Empty while nothing is. */
export function warningsOf(
  cells: Cells,
  villages: readonly RosterEntry[],
  source: Source,
  guards: Guards | undefined,
): EntryWarning[] {
  const entries = entriesOf(cells, villages, source)
  if (entries.length === 0) return []
  const roster = villages.map(({ id, ...entry }) => ({ code: id, ...entry }))
  const reporter = villages[0]?.township ?? ''
  const { warnings } = checkReport({ source: source.key, reporter, entries }, source, roster)
  const about = (code: string) => warnings.flatMap((one) => (one.code === code ? [one.subject] : []))
  const said = new Set(entries.map(({ subject }) => subject))
  const missing = villages.flatMap(({ id, exempt }) => (exempt || said.has(id) ? [] : [id]))
  const tied = largestTie(entries.map(({ value }) => value))
  const heaps =
    guards?.source === source.key
      ? heapsAt(
          entries.map(({ value }) => value),
          guards,
        )
      : []
  const found: EntryWarning[] = [
    { code: 'repeated', villages: about('repeated_rank'), figures: {} },
    { code: 'skipped', villages: about('skipped_rank'), figures: {} },
    { code: 'missing', villages: missing, figures: {} },
    {
      code: 'tied',
      villages:
        source.kind !== 'count' && hardlyTells(tied, entries.length)
          ? entries.filter(({ value }) => count(entries, value) === tied).map(({ subject }) => subject)
          : [],
      figures: { tied },
    },
    ...heaps.filter(isHeaped).map((heap) => ({
      code: 'heaped' as const,
      villages: inHeap(entries, heap).map(({ subject }) => subject),
      figures: { cut: heap.cut },
    })),
  ]
  return found.filter((warning) => warning.villages.length > 0)
}

function count(entries: readonly { value: number }[], value: number): number {
  return entries.filter((entry) => entry.value === value).length
}
