import { extentOf, type Mark, type Rectangle } from './marks.ts'

/** Pixels as a canvas has them: four bytes each, red, green, blue and opacity. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray }

/** At most so many blocks along the longer side of what is marked, and none smaller than so many pixels. */
const mostBlocks = 8
const leastPixels = 12
/** Colours left of 256, and how far chance moves a block's colour: no average can be calculated back. */
const shades = 12
const wobble = 14

/**
 * Makes what is marked unrecognisable, in place: coarse blocks of one colour each, with few shades and a little chance
 * (`chance` gives 0 to 1), so that neither a face nor a number can be reckoned from them. What is beside a mark stays.
 */
export function pixelate(pixels: Pixels, marks: readonly Mark[], chance: () => number): void {
  for (const mark of marks) {
    const extent = extentOf(mark, pixels)
    const side = blockSide(mark, extent)
    for (let y = extent.y; y < extent.y + extent.height; y += side)
      for (let x = extent.x; x < extent.x + extent.width; x += side) {
        const block = {
          ...{ x, y },
          width: Math.min(side, extent.x + extent.width - x),
          height: Math.min(side, extent.y + extent.height - y),
        }
        if (touches(mark, block)) paint(pixels, block, chance)
      }
  }
}

/** How large a mark's blocks are, in pixels. */
export function blockSide(mark: Mark, { width, height }: Rectangle): number {
  const across = mark.kind === 'stroke' ? mark.size : Math.max(width, height)
  const blocks = mark.kind === 'stroke' ? 2 : mostBlocks
  return Math.max(leastPixels, Math.ceil(across / blocks))
}

function touches(mark: Mark, { x, y, width, height }: Rectangle): boolean {
  if (mark.kind === 'rectangle') return true
  const reach = mark.size / 2
  return mark.points.some((point) => {
    const dx = Math.max(x - point.x, 0, point.x - (x + width))
    const dy = Math.max(y - point.y, 0, point.y - (y + height))
    return dx * dx + dy * dy <= reach * reach
  })
}

function paint({ width, data }: Pixels, block: Rectangle, chance: () => number): void {
  const sum = [0, 0, 0]
  eachPixel(width, block, (at) => {
    for (const c of [0, 1, 2]) sum[c] = (sum[c] ?? 0) + (data[at + c] ?? 0)
  })
  const count = block.width * block.height
  const shift = (chance() * 2 - 1) * wobble
  const colour = sum.map((total) => coarse(total / count + shift))
  eachPixel(width, block, (at) => {
    for (const c of [0, 1, 2]) data[at + c] = colour[c] ?? 0
    data[at + 3] = 255
  })
}

function coarse(value: number): number {
  const step = 255 / (shades - 1)
  return Math.round(Math.min(255, Math.max(0, value)) / step) * step
}

function eachPixel(width: number, block: Rectangle, visit: (at: number) => void): void {
  for (let y = block.y; y < block.y + block.height; y++)
    for (let x = block.x; x < block.x + block.width; x++) visit((y * width + x) * 4)
}
