import type { PublicStanding } from '../../../schema/api/public.ts'
import { BandMark, Movement, Streak } from '../band.tsx'
import { shownName } from '../shown-name.ts'
import { link, type ShownCounty, type View, villagePath } from '../view.ts'

type Props = { view: View; county: ShownCounty; standings: readonly PublicStanding[]; caption: string }

/** The board itself: one row a village, best first. A board without ranks or scores has no columns for them. */
export function StandingsTable({ view, county, standings, caption }: Props) {
  const { columns } = view.words
  const ranked = standings.some(({ rank }) => rank !== undefined)
  const scored = standings.some(({ score }) => score !== undefined)
  return (
    <table className="board">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {ranked && (
            <th scope="col" className="n">
              {columns.rank}
            </th>
          )}
          <th scope="col">{columns.village}</th>
          <th scope="col">{columns.township}</th>
          <th scope="col">{columns.band}</th>
          {scored && (
            <th scope="col" className="n">
              {columns.score}
            </th>
          )}
          {ranked && <th scope="col">{columns.movement}</th>}
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <Row key={standing.subject} view={view} county={county} standing={standing} scored={scored} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { view: View; county: ShownCounty; standing: PublicStanding; scored: boolean }

function Row({ view, county, standing, scored }: RowProps) {
  const { words } = view
  const { band, borderline = false, rank, score, streak, previousRank = null } = standing
  return (
    <tr className={band}>
      {rank !== undefined && <td className="n">{rank}</td>}
      <th scope="row">
        <a href={link(view, villagePath(county, standing.subject))}>{shownName(standing.name)}</a>
      </th>
      <td>{standing.townshipName}</td>
      <td className="band-cell">
        <BandMark band={band} words={words} borderline={borderline} />
        <Streak band={band} streak={streak} words={words} />
      </td>
      {scored && <td className="n">{score?.toFixed(1)}</td>}
      {rank !== undefined && (
        <td>
          <Movement rank={rank} previous={previousRank} words={words} />
        </td>
      )}
    </tr>
  )
}
