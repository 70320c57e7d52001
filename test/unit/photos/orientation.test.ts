import { expect, test } from 'vitest'
import { stripJpeg } from '../../../worker/files/photos/jpeg.ts'
import { orientationAlone, orientationOf } from '../../../worker/files/photos/orientation.ts'
import { aJpeg } from '../../support/pictures.ts'

/** A TIFF of either byte order with a maker's name before the orientation. */
function tiff(order: 'II' | 'MM', orientation: number): string {
  const two = (n: number) => (order === 'II' ? [n & 255, n >> 8] : [n >> 8, n & 255])
  const four = (n: number) => (order === 'II' ? [...two(n), 0, 0] : [0, 0, ...two(n)])
  const maker = [...two(0x010f), ...two(2), ...four(4), ...[77, 101, 0, 0]]
  const turned = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0]
  const bytes = [...two(42), ...four(8), ...two(2), ...maker, ...turned, ...four(0)]
  return order + String.fromCharCode(...bytes)
}

test.each(['II', 'MM'] as const)('of what a camera notes (%s) only how it was held is kept', (order) => {
  const bare = stripJpeg(aJpeg(64, 48, { exif: `${tiff(order, 6)}GPS 37.1`, comment: 'secret' }))
  const text = new TextDecoder('latin1').decode(bare)
  expect(text).not.toContain('GPS')
  expect(text).not.toContain('Me')
  expect(text).not.toContain('secret')
  expect(orientationOf(bare.subarray(2))).toBe(6)
  expect(stripJpeg(bare)).toEqual(bare)
})

test('upright, unreadable and impossible orientations leave nothing', () => {
  const plain = stripJpeg(aJpeg(64, 48))
  for (const exif of [tiff('II', 1), tiff('MM', 9), 'GPS', `MM\0*\xff\xff\xff\xff`]) {
    expect(stripJpeg(aJpeg(64, 48, { exif }))).toEqual(plain)
  }
})

test('the segment is as long as it says', () => {
  const segment = orientationAlone(8)
  expect(segment.length).toBe(2 + (segment[2] ?? 0) * 256 + (segment[3] ?? 0))
  expect(orientationOf(segment)).toBe(8)
})
