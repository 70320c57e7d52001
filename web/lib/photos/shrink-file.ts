import { type Easel, type Shrunk, shrink } from './shrink.ts'

/**
 * A file as a photo and a thumbnail, made in a worker where the browser has canvases there, else on the page.
 * Undefined where the browser cannot read the picture (HEIC in most).
 */
export async function shrinkFile(file: Blob): Promise<Shrunk | undefined> {
  return (await inWorker(file)) ?? onPage(file)
}

type Answer = (shrunk: Shrunk | undefined) => void
const waiting = new Map<number, Answer>()
let worker: Worker | undefined
let count = 0

const hasWorkers = () => typeof OffscreenCanvas !== 'undefined' && typeof Worker !== 'undefined'

/** Starts the worker before it is needed: where there is no signal later, it could not be fetched any more. */
export function readyToShrink(): void {
  if (hasWorkers()) started()
}

function inWorker(file: Blob): Promise<Shrunk | undefined> {
  if (!hasWorkers()) return Promise.resolve(undefined)
  count += 1
  const id = count
  return new Promise<Shrunk | undefined>((resolve) => {
    waiting.set(id, resolve)
    started().postMessage({ id, file })
  }).catch(() => undefined)
}

/** One worker for all; where it cannot start, everything waiting is done on the page, and the next file tries anew. */
function started(): Worker {
  worker ??= new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<{ id: number; shrunk?: Shrunk }>) => {
    waiting.get(data.id)?.(data.shrunk)
    waiting.delete(data.id)
  }
  worker.onerror = () => {
    worker = undefined
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  }
  return worker
}

const onCanvas: Easel = (width, height) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return {
    draw: (picture, w, h) => context.drawImage(picture, 0, 0, w, h),
    jpeg: (quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), 'image/jpeg', quality)
      }),
  }
}

async function onPage(file: Blob): Promise<Shrunk | undefined> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return await shrink(image, onCanvas)
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
