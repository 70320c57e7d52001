import { useMemo } from 'react'
import { encode } from 'uqr'

/** The quiet zone that readers want on every side (ISO/IEC 18004), in modules. */
const quiet = 4

/** A text as a QR code, a quarter of which may be dirty (level Q), with its quiet zone; as large as its style says. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, side } = useMemo(() => drawn(text), [text])
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { path: string; side: number } {
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
  )
  return { path: squares.join(''), side: size + 2 * quiet }
}
