import { Link } from 'react-router'
import type { NamedStanding } from '../../../schema/api/standings.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'

const bands = ['red', 'yellow', 'green'] as const
type Count = { id: string; name: string } & Record<(typeof bands)[number], number>

/** How many villages of each township have which colour, the reddest township first. */
export function Townships({ round, rows }: { round: string; rows: readonly NamedStanding[] }) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  return (
    <table className="townships" aria-label={t('byTownship')}>
      <thead>
        <tr>
          <th scope="col">{words('township')}</th>
          {bands.map((band) => (
            <th key={band} scope="col">
              <Band band={band} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countsOf(rows).map(({ id, name, ...count }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/${county}/rounds/${round}?tab=standings&township=${id}`}>{name}</Link>
            </th>
            {bands.map((band) => (
              <td key={band} className={count[band] === 0 ? 'soft' : ''}>
                {count[band]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function countsOf(rows: readonly NamedStanding[]): Count[] {
  const counts = new Map<string, Count>()
  for (const { township: id, townshipName: name, band } of rows) {
    const count = counts.get(id) ?? { id, name, red: 0, yellow: 0, green: 0 }
    counts.set(id, { ...count, [band]: count[band] + 1 })
  }
  return [...counts.values()].sort((a, b) => b.red - a.red || a.green - b.green || (a.id < b.id ? -1 : 1))
}
