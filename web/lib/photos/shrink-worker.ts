import { type Easel, shrink } from './shrink.ts'

const offscreen: Easel = (width, height) => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return {
    draw: (picture, w, h) => context.drawImage(picture, 0, 0, w, h),
    jpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
  }
}

/** Answers each file with the photo and thumbnail made of it, or with nothing where the browser cannot read it. */
self.onmessage = async ({ data }: MessageEvent<{ id: number; file: Blob }>) => {
  try {
    const picture = await createImageBitmap(data.file, { imageOrientation: 'from-image' })
    const shrunk = await shrink(picture, offscreen)
    picture.close()
    self.postMessage({ id: data.id, shrunk })
  } catch {
    self.postMessage({ id: data.id })
  }
}
