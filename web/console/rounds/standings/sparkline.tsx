import type { Band } from '../../../../schema/api/ranking.ts'
import { standingsTexts } from '../../../i18n/standings.ts'
import { useTexts } from '../../../lib/language.tsx'
import { linePoints } from './series.ts'

const box = { width: 84, height: 18 }
const rim = 4

type Props = { ranks: readonly (number | null)[]; of: number; band: Band }

/** A village's ranks over the last rounds as a line, the best place on top, ending in a dot of its colour now. */
export function Sparkline({ ranks, of, band }: Props) {
  const t = useTexts(standingsTexts)
  const known = ranks.filter((rank) => rank !== null).length
  if (known < 2) return null
  const pieces = linePoints(ranks, of, box)
  const last = pieces.at(-1)?.at(-1)
  const said = t('lineSaid', {
    n: ranks.length,
    ranks: ranks.map((rank) => rank ?? t('noRank')).join(' → '),
  })
  return (
    <svg
      className={`sparkline ${band}`}
      width={box.width + 2 * rim}
      height={box.height + 2 * rim}
      viewBox={`${-rim} ${-rim} ${box.width + 2 * rim} ${box.height + 2 * rim}`}
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      {pieces.map((points) => (
        <polyline
          key={points[0]?.x}
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {last && <circle cx={last.x} cy={last.y} r={3} />}
    </svg>
  )
}
