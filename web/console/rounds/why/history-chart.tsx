import type { Band } from '../../../../schema/api/ranking.ts'
import type { StandingExplanation } from '../../../../schema/api/standings.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { whyTexts } from '../../../i18n/why.ts'
import { useTexts } from '../../../lib/language.tsx'
import { linePoints } from '../standings/series.ts'

type Props = { history: StandingExplanation['history']; of: number }

const box = { width: 500, height: 84 }
const rim = { x: 22, top: 22, bottom: 24 }

/** The village's ranks over the last rounds, the best place on top; each point has its colour's own shape. */
export function HistoryChart({ history, of }: Props) {
  const t = useTexts(whyTexts)
  const band = useTexts(uiTexts)
  const rounds = history
    .toSorted((a, b) => a.no - b.no)
    .flatMap(({ no, rank, band }) => (rank === null || band === null ? [] : [{ no, rank, band }]))
  if (rounds.length < 2) return null
  const ranks = rounds.map(({ rank }) => rank)
  const [points = []] = linePoints(ranks, Math.max(of, ...ranks), box)
  const said = rounds.map((round) =>
    t('chartRound', {
      ...{ no: round.no, band: band(round.band), rank: t('chartRank', { n: round.rank }) },
    }),
  )
  const size = `${-rim.x} ${-rim.top} ${box.width + 2 * rim.x} ${box.height + rim.top + rim.bottom}`
  return (
    <section>
      <h2>{t('chart')}</h2>
      <svg
        className="history-chart"
        viewBox={size}
        role="img"
        aria-label={t('chartSaid', { rounds: said.join(', ') })}
      >
        <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
        {rounds.map(({ no, rank, band }, at) => {
          const { x = 0, y = 0 } = points[at] ?? {}
          return (
            <g key={no} className={band}>
              <path d={shapes[band](x, y)} />
              <text x={x} y={y - 10} textAnchor="middle">
                {rank}
              </text>
              <text className="soft" x={x} y={box.height + rim.bottom - 6} textAnchor="middle">
                {no}
              </text>
            </g>
          )
        })}
      </svg>
      <p className="soft">{t('chartHint')}</p>
    </section>
  )
}

/** A dot, a square, a triangle pointing down: told apart without colour. */
const shapes: Record<Band, (x: number, y: number) => string> = {
  green: (x, y) => `M${x - 5},${y}a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z`,
  yellow: (x, y) => `M${x - 5},${y - 5}h10v10h-10z`,
  red: (x, y) => `M${x - 6},${y - 5}h12l-6,11z`,
}
