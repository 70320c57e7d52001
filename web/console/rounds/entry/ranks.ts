import { type Cell, type Cells, emptyCell, numberIn } from './cells.ts'

/** A village in a list put in order: `tied` shares the place of the one before it. */
export type Placed = { id: string; tied: boolean }
export type Order = { ranked: Placed[]; rest: string[] }

/** The order that typed ranks mean, best first; equal ranks are ties, villages without a whole rank are left over. */
export function orderOf(cells: Cells, villages: readonly { id: string }[]): Order {
  const rankOf = (id: string) => {
    const rank = numberIn(cells[id]?.value ?? '')
    return Number.isInteger(rank) && Number(rank) >= 1 ? Number(rank) : undefined
  }
  const ranks = villages.map(({ id }) => ({ id, rank: rankOf(id) }))
  const known = ranks.flatMap(({ id, rank }) => (rank === undefined ? [] : [{ id, rank }]))
  known.sort((a, b) => a.rank - b.rank)
  return {
    ranked: known.map(({ id, rank }, at) => ({ id, tied: at > 0 && known[at - 1]?.rank === rank })),
    rest: ranks.filter(({ rank }) => rank === undefined).map(({ id }) => id),
  }
}

/** The place of each, ties as in a competition: 1, 2, 2, 4. */
export function placesOf(ranked: readonly Placed[]): number[] {
  const places: number[] = []
  ranked.forEach(({ tied }, at) => {
    places.push(tied && at > 0 ? (places[at - 1] ?? 1) : at + 1)
  })
  return places
}

/** The order as ranks in the villages' fields; what is left over is emptied. */
export function cellsOfOrder({ ranked, rest }: Order, cells: Cells): Cells {
  const places = placesOf(ranked)
  const part: Record<string, Cell> = {}
  ranked.forEach(({ id }, at) => {
    part[id] = { ...(cells[id] ?? emptyCell), value: String(places[at]) }
  })
  for (const id of rest) part[id] = { ...(cells[id] ?? emptyCell), value: '' }
  return part
}

/** One village taken out and put in at another place, by itself; whoever was tied with it stays where it was. */
export function moved({ ranked, rest }: Order, from: number, to: number): Order {
  const village = ranked[from]
  if (!village || from === to || to < 0 || to >= ranked.length) return { ranked, rest }
  const without = freed(ranked, from)
  return { ranked: without.toSpliced(to, 0, { id: village.id, tied: false }).map(loosed(to)), rest }
}

/** Ties a village with the one before it, or parts them. */
export function tiedOrParted({ ranked, rest }: Order, at: number): Order {
  if (at === 0) return { ranked, rest }
  return { ranked: ranked.map((one, i) => (i === at ? { ...one, tied: !one.tied } : one)), rest }
}

/** Villages left over, put behind the last in this order. */
export function appended({ ranked, rest }: Order, ids: readonly string[]): Order {
  const added = new Set(ids)
  return {
    ranked: [...ranked, ...ids.map((id) => ({ id, tied: false }))],
    rest: rest.filter((id) => !added.has(id)),
  }
}

/** A village taken out of the order. */
export function removed({ ranked, rest }: Order, at: number): Order {
  const village = ranked[at]
  return village ? { ranked: freed(ranked, at), rest: [village.id, ...rest] } : { ranked, rest }
}

/** Without the village at a place: where it led a tie, the next one leads it. */
function freed(ranked: readonly Placed[], at: number): Placed[] {
  const leads = ranked[at]?.tied === false
  return ranked.flatMap((one, i) => (i === at ? [] : [i === at + 1 && leads ? { ...one, tied: false } : one]))
}

/** Put into the middle of a tie, a village parts it: the one behind it begins anew. */
function loosed(at: number) {
  return (one: Placed, i: number): Placed => (i === at + 1 ? { ...one, tied: false } : one)
}
