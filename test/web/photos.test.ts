import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExif } from '../../web/lib/photos/exif.ts'
import { digestByHand } from '../../web/lib/photos/sha256.ts'
import { type Easel, fitted, shrink } from '../../web/lib/photos/shrink.ts'
import { type Taken, withExif } from '../support/exif.ts'
import { aJpeg, aPng } from '../support/pictures.ts'

const noted = (taken: Taken) => readExif(withExif(aJpeg(4000, 3000), taken).buffer)

describe('what the camera noted', () => {
  test('is read before the picture is shrunk: when, where and how large', () => {
    const taken = { at: '2026:03:06 18:00:05', offset: '+08:00', lat: 37.1836, lng: 104.0627 }
    for (const little of [true, false])
      expect(noted({ ...taken, little })).toEqual({
        ...{ takenAt: '2026-03-06T10:00:05Z', width: 4000, height: 3000 },
        place: { lat: 37.1836, lng: 104.0627 },
      })
  })

  test('south and west are negative, another offset is kept, and none is Shanghai', () => {
    expect(noted({ lat: -33.9, lng: -18.4 }).place).toEqual({ lat: -33.9, lng: -18.4 })
    expect(noted({ at: '2026:03:06 18:00:05', offset: '-05:00' }).takenAt).toBe('2026-03-06T23:00:05Z')
    expect(noted({ at: '2026:03:06 00:30:00' }).takenAt).toBe('2026-03-05T16:30:00Z')
  })

  test('is left out where it says nothing: no fix, an empty clock, no EXIF at all', () => {
    expect(noted({ lat: 0, lng: 0 }).place).toBeUndefined()
    expect(noted({ at: '0000:00:00 00:00:00' }).takenAt).toBeUndefined()
    expect(noted({ at: '    :  :     :  :  ' }).takenAt).toBeUndefined()
    expect(readExif(aJpeg(40, 30).buffer)).toEqual({ width: 40, height: 30 })
    expect(readExif(aPng().buffer)).toEqual({})
    expect(readExif(new ArrayBuffer(0))).toEqual({})
  })

  test('however broken never stops the picture', () => {
    const whole = withExif(aJpeg(), { at: '2026:03:06 18:00:05', lat: 1, lng: 2 })
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), to: fc.nat({ max: 255 }) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.nat({ max: whole.length }), (changes, length) => {
        const bytes = whole.slice(0, length)
        for (const { at, to } of changes) if (at < length) bytes[at] = to
        const { place } = readExif(bytes.buffer)
        if (place) expect(Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

test('the hash by hand is the one the service computes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(digestByHand(bytes)).toString('hex')).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      )
    }),
  )
})

describe('shrinking', () => {
  /** A canvas whose JPEG weighs so many bytes a pixel at full quality. */
  const weighing = (bytes: number) => {
    const tried: [number, number, number][] = []
    const easel: Easel = (width, height) => ({
      draw: () => {},
      jpeg: async (quality) => {
        tried.push([width, height, quality])
        return { size: width * height * bytes * quality } as Blob
      },
    })
    return { easel, tried }
  }
  const picture = (width: number, height: number) => ({ width, height }) as ImageBitmap

  test('keeps the shape and never enlarges', () => {
    expect(fitted({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fitted({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 })
    expect(fitted({ width: 100, height: 50 }, 1600)).toEqual({ width: 100, height: 50 })
    expect(fitted({ width: 9000, height: 1 }, 320)).toEqual({ width: 320, height: 1 })
  })

  test('takes the best quality that is light enough', async () => {
    const { easel } = weighing(0.25)
    const { picture: photo, thumbnail, width } = await shrink(picture(4000, 3000), easel)
    expect(width).toBe(1600)
    expect(photo.size).toBeLessThanOrEqual(400_000)
    expect(thumbnail.size).toBeLessThanOrEqual(20_000)
  })

  test('makes a smaller picture where no quality is', async () => {
    const { easel, tried } = weighing(2)
    const { picture: photo, thumbnail, width } = await shrink(picture(4000, 3000), easel)
    expect([photo.size <= 400_000, thumbnail.size <= 20_000, width < 1600]).toEqual([true, true, true])
    expect(tried.length).toBeLessThan(40)
  })
})
