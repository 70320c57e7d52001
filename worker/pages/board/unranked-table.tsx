import type { PublicUnranked } from '../../../schema/api/public.ts'
import { shownName } from '../shown-name.ts'
import { link, type ShownCounty, type View, villagePath } from '../view.ts'

type Props = { view: View; county: ShownCounty; rows: readonly PublicUnranked[] }

/** Villages that stand on the board but have no rank this round, and why. */
export function UnrankedTable({ view, county, rows }: Props) {
  const { words } = view
  return (
    <section>
      <h2>{words.unranked}</h2>
      <table>
        <caption>{words.unrankedCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.village}</th>
            <th scope="col">{words.columns.township}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subject}>
              <th scope="row">
                <a href={link(view, villagePath(county, row.subject))}>{shownName(row.name)}</a>
              </th>
              <td>{row.townshipName}</td>
              <td>{words.reasons[row.reason] ?? row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
