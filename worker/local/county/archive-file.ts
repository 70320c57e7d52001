import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Source } from '../../files/archive/zip-reader.ts'
import type { Sink } from '../../files/archive/zip-writer.ts'

/**
 * Writes a file through `fill`; it gets its name once it is whole and on the disk. Cut off, by an error or by Ctrl-C,
 * nothing of it stays. Throws where the name is taken.
 */
export async function writeWhole<Result>(
  file: string,
  fill: (sink: Sink) => Promise<Result>,
): Promise<Result> {
  const part = `${file}.part`
  // Both names are held against another run, and nothing that is there is ever written over.
  await (await open(file, 'wx')).close()
  const stopped = () => {
    throw new Error('Stopped; nothing was written.')
  }
  let handle: FileHandle | undefined
  let stop = false
  const note = () => {
    stop = true
  }
  process.on('SIGINT', note).on('SIGTERM', note)
  try {
    const out = await open(part, 'w')
    handle = out
    const result = await fill(async (bytes) => {
      if (stop) stopped()
      await out.write(bytes)
    })
    await out.sync()
    await out.close()
    handle = undefined
    if (stop) stopped()
    await rename(part, file)
    return result
  } catch (error) {
    await handle?.close()
    await rm(part, { force: true })
    await rm(file, { force: true })
    throw error
  } finally {
    process.off('SIGINT', note).off('SIGTERM', note)
  }
}

/** Opens a file to be read anywhere, hands it to `use` and closes it. */
export async function withSource<Result>(
  file: string,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    return await use({
      size,
      read: async (position, length) => {
        const bytes = new Uint8Array(length)
        const { bytesRead } = await handle.read(bytes, 0, length, position)
        return bytes.subarray(0, bytesRead)
      },
    })
  } finally {
    await handle.close()
  }
}
