import type { Band } from '../../../schema/api/ranking.ts'
import type { Words } from '../words/words.ts'
import type { PastRound } from './village-page.tsx'

const width = 340
const height = 110
const margin = { left: 30, right: 30, top: 14, bottom: 20 }
const fills: Record<Band, string> = { green: '#1a7f37', yellow: '#d4a72c', red: '#b42318' }

type Point = { x: number; y: number; rank: number; band: Band; no: number }

/**
 * Rank over the rounds as a line, first at the top; nothing to draw with fewer than two ranked rounds. The mark's
 * form says the band too: a circle is green, a square yellow, a triangle red.
 */
export function Trend({ history, of, words }: { history: readonly PastRound[]; of: number; words: Words }) {
  const points = place(history, of)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return null
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.trend(
        `${words.round(first.no)} ${words.ranked(first.rank)}`,
        `${words.round(last.no)} ${words.ranked(last.rank)}`,
      )}
    >
      <line x1={margin.left} x2={width - margin.right} y1={margin.top} y2={margin.top} stroke="#d8dee4" />
      <line
        x1={margin.left}
        x2={width - margin.right}
        y1={height - margin.bottom}
        y2={height - margin.bottom}
        stroke="#d8dee4"
      />
      <text x={margin.left - 6} y={margin.top + 4} textAnchor="end">
        1
      </text>
      <text x={margin.left - 6} y={height - margin.bottom + 4} textAnchor="end">
        {of}
      </text>
      <polyline
        fill="none"
        stroke="#57606a"
        strokeWidth="1.5"
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
      {points.map((point) => (
        <path key={point.no} d={mark(point)} fill={fills[point.band]} />
      ))}
      <text x={last.x + 8} y={last.y + 4}>
        {last.rank}
      </text>
      {points.map(({ x, no }) => (
        <text key={no} x={x} y={height - 6} textAnchor="middle">
          {no}
        </text>
      ))}
    </svg>
  )
}

function place(history: readonly PastRound[], of: number): Point[] {
  const ranked = history.flatMap(({ rank, band, no }) => (rank === undefined ? [] : [{ rank, band, no }]))
  const oldestFirst = ranked.reverse()
  const lowest = Math.max(of, 2, ...oldestFirst.map(({ rank }) => rank))
  const across = (width - margin.left - margin.right) / Math.max(1, oldestFirst.length - 1)
  const down = (height - margin.top - margin.bottom) / (lowest - 1)
  return oldestFirst.map((point, i) => ({
    ...point,
    x: round(margin.left + across * i),
    y: round(margin.top + down * (point.rank - 1)),
  }))
}

function mark({ x, y, band }: Point): string {
  if (band === 'green') return `M${x - 4},${y}a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z`
  if (band === 'yellow') return `M${x - 3.5},${y - 3.5}h7v7h-7z`
  return `M${x - 4.5},${y - 4}h9l-4.5,8z`
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
