import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childrenOf, livesOn, markOf } from './processes.ts'

/**
 * Keeps a second host from opening the same databases, which would damage them. Answers how to let go.
 * A host that was killed leaves its note behind: it counts only while that very process lives, not another of its
 * number. A workerd that outlived its host would go on serving the databases without a clock; it is ended.
 */
export function holdDataFolder(directory: string): () => void {
  const note = noteIn(directory)
  const [holder, ...workerds] = readMarks(note)
  const number = Number.parseInt(holder ?? '', 10)
  if (holder !== undefined && number !== process.pid) {
    if (livesOn(holder)) {
      throw new Error(
        `${directory} is in use by a host that is already running (process ${number}). ` +
          'Stop that one, or choose another folder: XIANGBANG_DATA=.data-2 npm start',
      )
    }
    for (const orphan of workerds) end(orphan)
  }
  writeNote(note, [])
  const release = () => rmSync(note, { force: true })
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

/** Notes the workerd that this host has started on the folder it holds, so that the next one can end what is left of it. */
export function noteWorkerd(directory: string): void {
  writeNote(noteIn(directory), childrenOf(process.pid, 'workerd'))
}

function noteIn(directory: string): string {
  return join(directory, 'host.pid')
}

function writeNote(note: string, children: readonly string[]): void {
  writeFileSync(note, [markOf(process.pid) ?? process.pid, ...children].join('\n'))
}

function readMarks(note: string): string[] {
  try {
    return readFileSync(note, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** Ends a process that nobody leads any more, and waits until it has let go of its files and its port. */
function end(mark: string): void {
  while (livesOn(mark)) {
    process.kill(Number.parseInt(mark, 10), 'SIGKILL')
    Atomics.wait(pause, 0, 0, 10)
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))
