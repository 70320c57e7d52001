type Detector = { detect(of: CanvasImageSource): Promise<{ rawValue: string }[]> }
type DetectorClass = new (options: { formats: string[] }) => Detector

/** Reads the code in a picture, or in what a camera sees; undefined where there is none to be seen. */
export async function readCode(of: HTMLVideoElement | ImageBitmap): Promise<string | undefined> {
  const detector = nativeDetector()
  if (detector) {
    try {
      const [found] = await detector.detect(of)
      return found?.rawValue
    } catch {
      native = null
    }
  }
  const pixels = pixelsOf(of)
  if (!pixels) return undefined
  const { default: jsqr } = await import('jsqr')
  return jsqr(pixels.data, pixels.width, pixels.height)?.data
}

/** The code in a scanned address, `https://…/field/q/{code}`; a bare code stands for itself; else undefined. */
export function codeIn(scanned: string): string | undefined {
  const text = scanned.trim()
  const inAddress = /\/field\/q\/([A-Za-z0-9_-]+)\/?(?:[?#].*)?$/.exec(text)?.[1]
  return inAddress ?? (/^[A-Za-z0-9_-]{4,64}$/.test(text) ? text : undefined)
}

let native: Detector | null | undefined

/** The browser's own reader, where it has one that works. */
function nativeDetector(): Detector | null {
  if (native !== undefined) return native
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  native = BarcodeDetector ? new BarcodeDetector({ formats: ['qr_code'] }) : null
  return native
}

/** Enough pixels to read a code of 3 cm at arm's length, and few enough for a slow phone. */
const longest = 800

function pixelsOf(of: HTMLVideoElement | ImageBitmap): ImageData | undefined {
  const [width, height] = 'videoWidth' in of ? [of.videoWidth, of.videoHeight] : [of.width, of.height]
  if (width === 0 || height === 0) return undefined
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  context?.drawImage(of, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}
