import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PhotoMime } from '../../../schema/api/photos.ts'
import { PhotoRefusal } from '../../../worker/files/photos/bytes.ts'
import { readPhoto, withoutMetadata } from '../../../worker/files/photos/read-photo.ts'
import {
  aHeic,
  aJpeg,
  aLosslessWebp,
  aPng,
  aWebp,
  holds,
  joined,
  segment,
  text,
} from '../../support/pictures.ts'

const sound: [PhotoMime, (width: number, height: number) => Uint8Array][] = [
  ['image/jpeg', (width, height) => aJpeg(width, height, { exif: 'GPS', comment: 'x' })],
  ['image/png', (width, height) => aPng(width, height, ['GPS'])],
  ['image/webp', (width, height) => aWebp(width, height, 'GPS')],
  ['image/webp', aLosslessWebp],
  ['image/heic', aHeic],
]
const faultOf = (bytes: Uint8Array, mime: string) => {
  try {
    readPhoto(bytes, mime)
    return 'none'
  } catch (error) {
    if (error instanceof PhotoRefusal) return error.fault
    throw error
  }
}

describe.for(sound)('%s', ([mime, make]) => {
  test('tells its width and height', () => {
    expect(readPhoto(make(4032, 3024), mime)).toEqual({ mime, width: 4032, height: 3024 })
  })

  test('is refused under another type', () => {
    const other = mime === 'image/png' ? 'image/jpeg' : 'image/png'
    expect(faultOf(make(10, 10), other)).toBe('type')
    expect(faultOf(make(10, 10), 'image/gif')).toBe('type')
  })

  test('is refused with more pixels than a decoder should unpack', () => {
    expect(faultOf(make(12_001, 1), mime)).toBe('dimensions')
    expect(faultOf(make(8000, 6251), mime)).toBe('dimensions')
    expect(faultOf(make(8000, 6250), mime)).toBe('none')
  })

  test('is refused wherever it is cut off', () => {
    const whole = make(64, 48)
    for (let length = 0; length < whole.length; length++)
      expect(faultOf(whole.subarray(0, length), mime), `${length} of ${whole.length}`).not.toBe('none')
  })

  test('with any byte changed is read or refused, and what is read can be stripped', () => {
    const change = fc.record({ at: fc.nat({ max: 200 }), to: fc.nat({ max: 255 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(make(64, 48))
        for (const { at, to } of changes) bytes[at % bytes.length] = to
        if (faultOf(bytes, mime) !== 'none') return
        const { width, height } = readPhoto(bytes, mime)
        expect(width * height).toBeLessThanOrEqual(50_000_000)
        withoutMetadata(bytes, mime)
      }),
      { numRuns: 400 },
    )
  })
})

test('50,000 × 50,000 pixels are refused whichever format can say them', () => {
  expect(faultOf(aJpeg(50_000, 50_000), 'image/jpeg')).toBe('dimensions')
  expect(faultOf(aPng(50_000, 50_000), 'image/png')).toBe('dimensions')
  expect(faultOf(aWebp(16_000, 16_000), 'image/webp')).toBe('dimensions')
  expect(faultOf(aHeic(50_000, 50_000), 'image/heic')).toBe('dimensions')
})

test('a second frame header, which could hide a larger picture, is refused', () => {
  const [start, rest] = [aJpeg().subarray(0, 2), aJpeg().subarray(2)]
  const second = segment(0xc0, [8, 0xc3, 0x50, 0xc3, 0x50, 1, 1, 0x11, 0])
  expect(faultOf(joined([start, second, rest]), 'image/jpeg')).toBe('damaged')
})

test('a canvas that says less than the picture in it does not dodge the cap', () => {
  const bytes = aWebp(100, 100, 'x')
  const picture = Buffer.from(bytes).indexOf('VP8 ')
  bytes.set([0x3f, 0xff & 16_383, 0x3f], picture + 14)
  expect(faultOf(bytes, 'image/webp')).toBe('dimensions')
})

test('an AVIF is no HEIC, whatever it is sent as', () => {
  const avif = text(Buffer.from(aHeic()).toString('latin1').replace('heic', 'avif'))
  expect(faultOf(joined([avif]), 'image/heic')).toBe('type')
})

describe('without metadata', () => {
  test('a JPEG keeps its colours and loses EXIF, comments and what follows its end', () => {
    const whole = aJpeg(640, 480, { exif: 'GPS 37.1', comment: 'by me' })
    const bare = stripped(joined([whole, [...Buffer.from('MotionPhoto')]]), 'image/jpeg')
    for (const word of ['Exif', 'GPS', 'by me', 'MotionPhoto']) expect(holds(bare, word), word).toBe(false)
    expect(bare).toEqual(aJpeg(640, 480))
    expect(holds(bare, 'ICC_PROFILE')).toBe(true)
  })

  test('a JFIF header loses the small picture it may carry', () => {
    const bytes = joined([
      [0xff, 0xd8],
      segment(0xe0, [...Buffer.from('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
      aJpeg().subarray(2),
    ])
    expect(stripped(bytes, 'image/jpeg')).toEqual(aJpeg())
  })

  test('a PNG loses texts and EXIF', () => {
    expect(stripped(aPng(640, 480, ['GPS 37.1']), 'image/png')).toEqual(aPng(640, 480))
  })

  test('a WebP loses EXIF and XMP and no longer announces them', () => {
    const bare = stripped(aWebp(640, 480, 'GPS 37.1'), 'image/webp')
    for (const word of ['EXIF', 'XMP ', 'GPS']) expect(holds(bare, word), word).toBe(false)
    expect(readPhoto(bare, 'image/webp')).toEqual({ mime: 'image/webp', width: 640, height: 480 })
    expect((bare[20] ?? 0) & 0x0c).toBe(0)
  })

  test('a HEIC cannot be, since its pixels are found through its metadata', () => {
    expect(withoutMetadata(aHeic(), 'image/heic')).toBeUndefined()
  })
})

test('random bytes are refused and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const [mime] of sound) expect(faultOf(bytes, mime)).not.toBe('none')
    }),
  )
})

function stripped(bytes: Uint8Array, mime: PhotoMime): Uint8Array {
  return withoutMetadata(bytes, mime) ?? new Uint8Array()
}
