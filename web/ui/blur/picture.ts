import { fitted } from '../../lib/photos/shrink.ts'
import type { Mark } from './marks.ts'
import { type Pixels, pixelate } from './pixelate.ts'

/** Longest side and weight that a blurred copy may have, and the qualities tried in turn. */
const side = 1600
const most = 900_000
const qualities = [0.88, 0.8, 0.7, 0.55]

/** A photo as it is loaded, at most `side` pixels long, upright. Errors: where the browser cannot read it. */
export async function loadPicture(url: string): Promise<ImageData> {
  const image = new Image()
  image.src = url
  await image.decode()
  const size = fitted({ width: image.naturalWidth, height: image.naturalHeight }, side)
  const context = canvasOf(size.width, size.height)
  context.drawImage(image, 0, 0, size.width, size.height)
  return context.getImageData(0, 0, size.width, size.height)
}

/** The picture with what is marked made unrecognisable; the same marks give the same blocks as long as the page lives. */
export function blurred(picture: ImageData, marks: readonly Mark[]): ImageData {
  const copy = new ImageData(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  const pixels: Pixels = copy
  pixelate(pixels, marks, chanceFor())
  return copy
}

/** The same as a JPEG: drawn anew, so that nothing of the photo's metadata is in it. */
export async function blurredJpeg(picture: ImageData, marks: readonly Mark[]): Promise<Blob> {
  const context = canvasOf(picture.width, picture.height)
  context.putImageData(blurred(picture, marks), 0, 0)
  let jpeg: Blob | undefined
  for (const quality of qualities) {
    jpeg = await new Promise<Blob>((resolve, reject) => {
      const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('no blob')))
      context.canvas.toBlob(done, 'image/jpeg', quality)
    })
    if (jpeg.size <= most) return jpeg
  }
  if (!jpeg) throw new Error('no jpeg')
  return jpeg
}

function canvasOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}

let drawn: Uint32Array<ArrayBuffer> | undefined

/** Chance that nobody else has, the same at each drawing, so that blocks do not flicker while one drags. */
function chanceFor(): () => number {
  drawn ??= crypto.getRandomValues(new Uint32Array(4096))
  const numbers = drawn
  let at = 0
  return () => (numbers[at++ % numbers.length] ?? 0) / 2 ** 32
}
