import type { Explanation } from '../../../../schema/api/explanation.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { whyTexts } from '../../../i18n/why.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'

const right = 390
const top = 34
const step = 30

/** Where each source puts the village on one scale from best to worst, and where they come together. */
export function Scale({ explanation }: { explanation: Explanation }) {
  const t = useTexts(roundsTexts)
  const w = useTexts(whyTexts)
  const name = useSourceName()
  const rows = explanation.sources.flatMap(({ source, weight, r, n }) =>
    // The position of ranking by halves, (r − 0.5) / n, so that lists of any length share the scale.
    r === null || n === null ? [] : [{ label: name(source), weight, p: (r - 0.5) / n }],
  )
  const composite =
    explanation.ranked && explanation.method === 'percentile' ? explanation.key / 1_000_000 : null
  const height = top + (rows.length + (composite === null ? 0 : 1)) * step + 14
  const left = labelWidth([...rows.map(({ label }) => label), t('together')])
  const x = (p: number) => left + p * (right - left)
  const bottom = height - 18
  const cuts = explanation.ranked && composite !== null ? cutsOf(explanation) : []
  return (
    <>
      <svg className="scale" viewBox={`0 0 430 ${height}`} role="img" aria-label={t('whySources')}>
        <text x={left} y={14}>
          {t('best')}
        </text>
        <text x={right} y={14} textAnchor="end">
          {t('worst')}
        </text>
        {cuts.map(({ key, p }) => (
          <g key={key} className={`cut ${key}`}>
            <line x1={x(p)} x2={x(p)} y1={20} y2={bottom} />
            <text x={x(p)} y={bottom + 12} textAnchor="middle">
              {w(key === 'green' ? 'greenLine' : 'redLine')}
            </text>
          </g>
        ))}
        {rows.map(({ label, weight, p }, i) => (
          <g key={label}>
            <text x={left - 10} y={top + i * step + 4} textAnchor="end">
              {label}
            </text>
            <line className="track" x1={left} x2={right} y1={top + i * step} y2={top + i * step} />
            <circle cx={x(p)} cy={top + i * step} r={6} />
            <text className="soft" x={right + 10} y={top + i * step + 4}>
              ×{weight}
            </text>
          </g>
        ))}
        {composite !== null && (
          <g className="together">
            <text x={left - 10} y={top + rows.length * step + 4} textAnchor="end">
              {t('together')}
            </text>
            <line
              className="track"
              x1={left}
              x2={right}
              y1={top + rows.length * step}
              y2={top + rows.length * step}
            />
            <path d={diamond(x(composite), top + rows.length * step)} />
          </g>
        )}
      </svg>
      {composite !== null && <p className="soft">{w('scaleHint')}</p>}
    </>
  )
}

/** Room for the longest name at 13 px: a Chinese character takes twice a Latin one; at most a half of the picture. */
function labelWidth(labels: readonly string[]): number {
  const widths = labels.map((label) =>
    [...label].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7), 0),
  )
  return Math.min(200, Math.max(96, ...widths.map((width) => width + 16)))
}

function cutsOf({ green, red }: Extract<Explanation, { ranked: true }>) {
  return [
    { key: 'green', cut: green },
    { key: 'red', cut: red },
  ].flatMap(({ key, cut }) => (cut?.key == null ? [] : [{ key, p: cut.key / 1_000_000 }]))
}

function diamond(x: number, y: number): string {
  return `M${x - 8},${y}l8,-8l8,8l-8,8z`
}
