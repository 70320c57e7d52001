import { link, roundsPath, type ShownCounty, type View } from '../view.ts'

/** A published round in a list. */
export type ListedRound = { no: number; closesAt: string; closedAt: string | null; revision: number }

type Props = {
  view: View
  county: ShownCounty
  board: { id: string; name: string }
  rounds: readonly ListedRound[]
}

/** Published rounds of one board, newest first, each a link to its page. */
export function RoundsList({ view, county, board, rounds }: Props) {
  const { words } = view
  const { columns } = words
  return (
    <table>
      <caption>{words.archiveCaption(board.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.round}</th>
          <th scope="col">{columns.closed}</th>
          <th scope="col">{columns.revision}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ no, closesAt, closedAt, revision }) => (
          <tr key={no}>
            <th scope="row">
              <a href={link(view, roundsPath(county, board.id, no))}>{words.round(no)}</a>
            </th>
            <td>{words.date(closedAt ?? closesAt)}</td>
            <td>
              {words.revision(revision)}
              {revision > 1 && words.corrected}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
