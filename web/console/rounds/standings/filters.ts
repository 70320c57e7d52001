import type { NamedStanding } from '../../../../schema/api/standings.ts'

export const shows = ['all', 'green', 'yellow', 'red', 'borderline'] as const
export type Show = (typeof shows)[number]

export const sortKeys = ['rank', 'streak', 'moved'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = { by: SortKey; descending: boolean }

/** What of a round's standings is on screen, as it stands in the address; `q` is the search, which works on names. */
export type Filters = { township: string; show: Show; sort: Sort; q: string }

/** Reads the filters from an address; what nobody knows counts as not said. */
export function filtersIn(params: URLSearchParams): Filters {
  const sort = params.get('sort') ?? ''
  const by = sortKeys.find((key) => key === sort.replace(/^-/, '')) ?? 'rank'
  return {
    township: params.get('township') ?? '',
    show: shows.find((show) => show === params.get('show')) ?? 'all',
    sort: { by, descending: sort.startsWith('-') },
    q: params.get('q') ?? '',
  }
}

/** A sort as it stands in the address; by rank says nothing. */
export function sortSaid({ by, descending }: Sort): string {
  return by === 'rank' && !descending ? '' : `${descending ? '-' : ''}${by}`
}

/** The same column again turns the order round; ranks begin with the first, streaks and gains with the most. */
export function sortedBy(before: Sort, key: string): Sort {
  const by = sortKeys.find((one) => one === key) ?? 'rank'
  return by === before.by ? { by, descending: !before.descending } : { by, descending: by !== 'rank' }
}

/** The rows of a township and a colour, in order; equals keep the order of their ranks. */
export function standingsShown(
  rows: readonly NamedStanding[],
  { township, show, sort }: Omit<Filters, 'q'>,
): NamedStanding[] {
  const shown = rows.filter((row) => (township === '' || row.township === township) && isShown(row, show))
  if (sort.by === 'rank') return sort.descending ? shown.toReversed() : shown
  const sign = sort.descending ? -1 : 1
  const value = (row: NamedStanding) => (sort.by === 'streak' ? row.streak : gained(row))
  return shown.sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    // Who has no value stands last either way.
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

function isShown({ band, borderline }: NamedStanding, show: Show): boolean {
  if (show === 'all') return true
  return show === 'borderline' ? borderline : band === show
}

/** Places gained since the round before. */
export function gained({ rank, previousRank }: NamedStanding): number | null {
  return previousRank === null ? null : previousRank - rank
}
