import { describe, expect, test } from 'vitest'
import { between, centred, inside, keyed, least, type Mark } from '../../web/ui/blur/marks.ts'
import { blockSide, type Pixels, pixelate } from '../../web/ui/blur/pixelate.ts'

const picture = { width: 200, height: 100 }

/** Every pixel unlike its neighbours, as in a photo. */
function aPhoto(width = 200, height = 100): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at++) data[at] = at % 4 === 3 ? 255 : (at * 73 + (at >> 5) * 31) % 251
  return { width, height, data }
}

function pixelAt({ width, data }: Pixels, x: number, y: number): string {
  const at = (y * width + x) * 4
  return [...data.slice(at, at + 3)].join()
}

function coloursIn(pixels: Pixels, x: number, y: number, width: number, height: number): number {
  const colours = new Set<string>()
  for (let dy = 0; dy < height; dy++)
    for (let dx = 0; dx < width; dx++) colours.add(pixelAt(pixels, x + dx, y + dy))
  return colours.size
}

const box = { x: 20, y: 10, width: 96, height: 48 }
const rectangle: Mark = { id: 'r', kind: 'rectangle', box }
const steady = () => 0.5

describe('what is marked', () => {
  test('is left with eight blocks across at most, each of one colour, and the rest untouched', () => {
    const before = aPhoto()
    const after = aPhoto()
    pixelate(after, [rectangle], steady)
    expect(coloursIn(before, box.x, box.y, box.width, box.height)).toBeGreaterThan(200)
    expect(coloursIn(after, box.x, box.y, box.width, box.height)).toBeLessThanOrEqual(8 * 4)
    expect(coloursIn(after, box.x, box.y, 12, 12)).toBe(1)
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) {
        const within = x >= 20 && x < 116 && y >= 10 && y < 58
        if (!within) expect(pixelAt(after, x, y)).toBe(pixelAt(before, x, y))
      }
  })

  test('cannot be calculated back: few shades, and chance in each', () => {
    const [one, other] = [aPhoto(), aPhoto()]
    pixelate(one, [rectangle], () => 0)
    pixelate(other, [rectangle], () => 1)
    expect(pixelAt(one, 30, 20)).not.toBe(pixelAt(other, 30, 20))
    const values = new Set(one.data.filter((_, at) => at % 4 === 0))
    const marked = aPhoto()
    pixelate(marked, [{ ...rectangle, box: { x: 0, y: 0, ...picture } }], steady)
    const shades = new Set(marked.data.filter((_, at) => at % 4 !== 3))
    expect(shades.size).toBeLessThanOrEqual(12)
    expect(values.size).toBeGreaterThan(12)
  })

  test('is coarse however small the mark', () => {
    expect(
      blockSide({ ...rectangle, box: { ...box, width: 12, height: 12 } }, { ...box, width: 12, height: 12 }),
    ).toBe(12)
    expect(blockSide(rectangle, { ...box, width: 400, height: 300 })).toBe(50)
  })

  test('with a brush is what the brush went over, and not the corners between', () => {
    const before = aPhoto()
    const after = aPhoto()
    const points = [
      { x: 30, y: 30 },
      { x: 150, y: 80 },
    ]
    pixelate(after, [{ id: 's', kind: 'stroke', size: 24, points }], steady)
    expect(coloursIn(after, 24, 24, 12, 12)).toBeLessThanOrEqual(4)
    expect(pixelAt(after, 30, 30)).not.toBe(pixelAt(before, 30, 30))
    expect(pixelAt(after, 150, 30)).toBe(pixelAt(before, 150, 30))
  })

  test('at the edge stays within the picture', () => {
    const after = aPhoto()
    const points = [{ x: 199, y: 99 }]
    expect(() => pixelate(after, [{ id: 's', kind: 'stroke', size: 40, points }], steady)).not.toThrow()
    expect(after.data).toHaveLength(200 * 100 * 4)
  })
})

describe('rectangles', () => {
  test('are drawn from any corner, whole and within the picture', () => {
    expect(between({ x: 50.4, y: 40 }, { x: 10, y: 12.6 }, picture)).toEqual({
      x: 10,
      y: 13,
      width: 40,
      height: 27,
    })
    expect(between({ x: 190, y: 90 }, { x: 400, y: 300 }, picture)).toEqual({
      x: 188,
      y: 88,
      width: 12,
      height: 12,
    })
    expect(inside({ x: 500, y: -5, width: 1, height: 1 }, picture)).toEqual({
      x: 188,
      y: 0,
      width: least,
      height: least,
    })
    expect(centred(picture)).toEqual({ x: 90, y: 40, width: 20, height: 20 })
  })

  test('move with the arrows, change their size with Shift, and stop at the edge', () => {
    expect(keyed(box, 'ArrowRight', false, picture)).toEqual({ ...box, x: 22 })
    expect(keyed(box, 'ArrowUp', false, picture)).toEqual({ ...box, y: 8 })
    expect(keyed(box, 'ArrowDown', true, picture)).toEqual({ ...box, height: 50 })
    expect(keyed({ ...box, x: 0 }, 'ArrowLeft', false, picture)).toEqual({ ...box, x: 0 })
    expect(keyed(box, 'Enter', false, picture)).toBeUndefined()
  })
})
