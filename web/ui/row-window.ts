/** Rows `from` to before `to` of a long list. */
export type RowWindow = { from: number; to: number }

/** Moves in steps of so many rows, so that scrolling a little draws nothing anew. */
const step = 8

/**
 * The rows to draw of a list scrolled to `top` pixels in a box `height` pixels high: those in sight and about a step
 * more on either side.
 */
export function rowWindow(top: number, height: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.max(0, Math.floor(top / rowHeight))
  const last = Math.ceil((top + height) / rowHeight)
  const from = Math.max(0, (Math.floor(first / step) - 1) * step)
  return {
    from: Math.min(from, Math.max(0, rows - step)),
    to: Math.min(rows, (Math.ceil(last / step) + 1) * step),
  }
}

/** What is drawn: the window, and the row that holds the focus wherever it is, so that scrolling never loses it. */
export function drawnRanges({ from, to }: RowWindow, focused: number | undefined, rows: number): RowWindow[] {
  if (focused === undefined || focused >= rows || (focused >= from && focused < to)) return [{ from, to }]
  const alone = { from: focused, to: focused + 1 }
  return focused < from ? [alone, { from, to }] : [{ from, to }, alone]
}
