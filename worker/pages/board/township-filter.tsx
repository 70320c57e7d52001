import type { PublicBoard } from '../../../schema/api/public.ts'
import { boardPath, link, type ShownCounty, type View } from '../view.ts'

type Props = { view: View; county: ShownCounty; board: PublicBoard; chosen: string | undefined }

/** One link per township, so that the filter works without JavaScript and can be sent to somebody. */
export function TownshipFilter({ view, county, board, chosen }: Props) {
  const townships = townshipsOf(board)
  if (townships.length < 2) return null
  const total = board.standings.length + board.unranked.length
  const choice = (id: string | undefined, name: string, villages: number) => (
    <li key={id ?? ''}>
      <a
        href={link(view, boardPath(county, board.board, id))}
        {...(id === chosen ? { 'aria-current': 'page' as const } : {})}
      >
        {name}
      </a>{' '}
      <span className="quiet small">{villages}</span>
    </li>
  )
  return (
    <nav className="filter" aria-label={view.words.byTownship}>
      <ul className="run">
        {choice(undefined, view.words.wholeCounty, total)}
        {townships.map(({ id, name, villages }) => choice(id, name, villages))}
      </ul>
    </nav>
  )
}

export type BoardTownship = { id: string; name: string; villages: number }

/** The townships that have villages on a board, by id. */
export function townshipsOf({ standings, unranked }: PublicBoard): BoardTownship[] {
  const found = new Map<string, BoardTownship>()
  for (const { township, townshipName } of [...standings, ...unranked]) {
    const known = found.get(township) ?? { id: township, name: townshipName, villages: 0 }
    known.villages += 1
    found.set(township, known)
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
