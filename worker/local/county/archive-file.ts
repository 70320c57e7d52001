import { rmSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
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
  // The name is held against another run, and nothing that is there is ever written over.
  const held = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${file} is there already. Choose a new name.`) : error
  })
  await held.close()
  const clean = () => {
    for (const name of [part, file]) rmSync(name, { force: true })
  }
  const stop = () => process.exit(130)
  process.on('exit', clean).on('SIGINT', stop).on('SIGTERM', stop)
  let out: FileHandle | undefined
  try {
    const handle = await open(part, 'w', 0o600)
    out = handle
    const result = await fill(async (bytes) => {
      await handle.write(bytes)
    })
    await handle.sync()
    await rename(part, file)
    return result
  } catch (error) {
    clean()
    throw error
  } finally {
    await out?.close()
    process.off('exit', clean).off('SIGINT', stop).off('SIGTERM', stop)
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
