import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keeps a second host from opening the same databases, which would damage them. Answers how to let go.
 * A host that was killed leaves its note behind; the note counts only while a process of that number lives.
 */
export function holdDataFolder(directory: string): () => void {
  const note = join(directory, 'host.pid')
  const holder = numberIn(note)
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `${directory} is in use by a host that is already running (process ${holder}). ` +
        'Stop that one, or choose another folder: XIANGBANG_DATA=.data-2 npm start',
    )
  }
  writeFileSync(note, String(process.pid))
  const release = () => rmSync(note, { force: true })
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

function numberIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch (error) {
    // It lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
