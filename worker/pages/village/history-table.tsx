import { BandMark } from '../band.tsx'
import type { Words } from '../words/words.ts'
import type { PastRound } from './village-page.tsx'

/** The past rounds of a village, newest first, with a column for whatever is known and shown of them. */
export function HistoryTable({
  history,
  village,
  words,
}: {
  history: readonly PastRound[]
  village: string
  words: Words
}) {
  const { columns } = words
  const ranked = history.some(({ rank }) => rank !== undefined)
  const scored = history.some(({ score }) => score !== undefined)
  return (
    <table>
      <caption>{words.historyCaption(village)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.round}</th>
          <th scope="col">{columns.closed}</th>
          <th scope="col">{columns.band}</th>
          {ranked && (
            <th scope="col" className="n">
              {columns.rank}
            </th>
          )}
          {scored && (
            <th scope="col" className="n">
              {columns.score}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {history.map((round) => (
          <tr key={round.no} className={round.band}>
            <th scope="row">
              {round.imported ? <span className="small quiet">{words.imported}</span> : words.round(round.no)}
            </th>
            <td>{words.date(round.closedAt)}</td>
            <td>
              <BandMark band={round.band} words={words} />
            </td>
            {ranked && <td className="n">{round.rank}</td>}
            {scored && <td className="n">{round.score?.toFixed(1)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
