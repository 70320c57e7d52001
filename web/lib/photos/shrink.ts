/** A canvas that can be drawn on and turned into a JPEG, in a worker or on the page. */
export type Easel = (
  width: number,
  height: number,
) => {
  draw: (picture: ImageBitmap | HTMLImageElement, width: number, height: number) => void
  jpeg: (quality: number) => Promise<Blob>
}

export type Shrunk = { picture: Blob; thumbnail: Blob; width: number; height: number }

/** Longest side and weight a photo and its small copy may have, and the qualities tried in turn. */
const photo = { side: 1600, bytes: 400_000, qualities: [0.85, 0.75, 0.65, 0.5] }
const small = { side: 320, bytes: 20_000, qualities: [0.75, 0.6, 0.45, 0.3] }

/** A picture, as the browser turned it upright, as a photo and a thumbnail. */
export async function shrink(picture: ImageBitmap | HTMLImageElement, easel: Easel): Promise<Shrunk> {
  const [width, height] =
    'naturalWidth' in picture
      ? [picture.naturalWidth, picture.naturalHeight]
      : [picture.width, picture.height]
  const whole = await drawn(picture, { width, height }, photo, easel)
  const { blob: thumbnail } = await drawn(picture, { width, height }, small, easel)
  return { picture: whole.blob, thumbnail, width: whole.width, height: whole.height }
}

/** Width and height scaled down so that the longer is at most `side`; never up, never to nothing. */
export function fitted(size: { width: number; height: number }, side: number) {
  const scale = Math.min(1, side / Math.max(size.width, size.height))
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
}

/** The first quality that is light enough; where none is, a smaller picture. */
async function drawn(
  picture: ImageBitmap | HTMLImageElement,
  size: { width: number; height: number },
  aim: { side: number; bytes: number; qualities: readonly number[] },
  easel: Easel,
): Promise<{ blob: Blob; width: number; height: number }> {
  const { width, height } = fitted(size, aim.side)
  const canvas = easel(width, height)
  canvas.draw(picture, width, height)
  for (const quality of aim.qualities) {
    const blob = await canvas.jpeg(quality)
    if (blob.size <= aim.bytes) return { blob, width, height }
  }
  return drawn(picture, size, { ...aim, side: Math.floor(Math.max(width, height) * 0.75) }, easel)
}
