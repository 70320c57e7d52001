import { encode } from 'uqr'
import { link, type View } from './view.ts'

/**
 * The page's address as a QR code: shown on demand on a screen (the link in the footer leads to it) and always in
 * print, 32 mm wide. Level Q, so that a crumpled notice on a wall still reads.
 */
export function QrCode({ view }: { view: View }) {
  const address = `${view.origin}${link(view, view.path)}`
  const { data, size } = encode(address, { ecc: 'Q', border: 4, maskPattern: diagonals })
  return (
    <section id="qr" className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={view.words.qrOf}>
        <rect width={size} height={size} fill="#fff" />
        <path d={darkRuns(data)} shapeRendering="crispEdges" />
      </svg>
      <p className="small">
        {view.words.qrOf}
        <br />
        <span className="sha">{address}</span>
      </p>
    </section>
  )
}

/**
 * Every reader takes any of the eight patterns that a code may be masked with. To try all of them for the evenest took
 * a fifth of the time of a board's page, and the correction of level Q makes up for far more than it gains.
 */
const diagonals = 3

/** Dark modules as one path of runs: a quarter of the bytes of a square for each. */
function darkRuns(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        const run = (end < 0 ? row.length : end) - x
        return [`M${x} ${y}h${run}v1h-${run}z`]
      }),
    )
    .join('')
}
