/** A rectangle of a picture, in its pixels. */
export type Rectangle = { x: number; y: number; width: number; height: number }
/** What is to be made unrecognisable: a rectangle, or what a brush has gone over (centres of a round brush). */
export type Mark =
  | { id: string; kind: 'rectangle'; box: Rectangle }
  | { id: string; kind: 'stroke'; size: number; points: readonly { x: number; y: number }[] }
export type Size = { width: number; height: number }

/** The smallest side a rectangle may have, in the picture's pixels. */
export const least = 12

/** The rectangle between two corners, in whole pixels inside the picture. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }, picture: Size): Rectangle {
  // A finger may have left the picture.
  const [left = 0, right = 0] = [a.x, b.x].map((x) => clamped(x, picture.width)).sort((m, n) => m - n)
  const [top = 0, bottom = 0] = [a.y, b.y].map((y) => clamped(y, picture.height)).sort((m, n) => m - n)
  return inside({ x: left, y: top, width: right - left, height: bottom - top }, picture)
}

function clamped(at: number, most: number): number {
  return Math.min(most, Math.max(0, at))
}

/** The same rectangle in whole pixels, not too small and within the picture. */
export function inside({ x, y, width, height }: Rectangle, picture: Size): Rectangle {
  const wide = Math.round(Math.min(picture.width, Math.max(least, width)))
  const high = Math.round(Math.min(picture.height, Math.max(least, height)))
  return {
    x: Math.round(Math.min(Math.max(0, x), picture.width - wide)),
    y: Math.round(Math.min(Math.max(0, y), picture.height - high)),
    width: wide,
    height: high,
  }
}

/** A first rectangle in the middle, for those who go on with the keys. */
export function centred(picture: Size): Rectangle {
  const side = Math.max(least, Math.round(Math.min(picture.width, picture.height) / 5))
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2]
  return inside({ x, y, width: side, height: side }, picture)
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Where a key takes a rectangle: arrows move it, with Shift they change its size; undefined for other keys. */
export function keyed(box: Rectangle, key: string, shift: boolean, picture: Size): Rectangle | undefined {
  const direction = steps[key]
  if (!direction) return undefined
  const pace = Math.max(1, Math.round(Math.min(picture.width, picture.height) / 50))
  const [dx, dy] = [direction[0] * pace, direction[1] * pace]
  const moved = shift
    ? { ...box, width: box.width + dx, height: box.height + dy }
    : { ...box, x: box.x + dx, y: box.y + dy }
  return inside(moved, picture)
}

/** The rectangle that a mark lies in. */
export function extentOf(mark: Mark, picture: Size): Rectangle {
  if (mark.kind === 'rectangle') return mark.box
  const reach = mark.size / 2
  const xs = mark.points.map(({ x }) => x)
  const ys = mark.points.map(({ y }) => y)
  const from = { x: Math.max(0, Math.min(...xs) - reach), y: Math.max(0, Math.min(...ys) - reach) }
  const to = {
    x: Math.min(picture.width, Math.max(...xs) + reach),
    y: Math.min(picture.height, Math.max(...ys) + reach),
  }
  return between(from, to, picture)
}
