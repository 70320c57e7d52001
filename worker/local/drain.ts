import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** The workerd of one Miniflare, to be asked to end well: Miniflare's own end is a SIGKILL. */
export type Runtime = {
  /** Called once Miniflare is ready: what starts later is not its workerd. */
  ready(): void
  /**
   * Takes no more requests, lets those that have begun end, and calls `ended` before anybody else learns that the
   * process is gone. Waits at most `limit` milliseconds. Does nothing where the workerd is not known or gone already,
   * and on Windows, which cannot ask.
   */
  drain(limit: number, ended: () => void): Promise<void>
}

/** Called before the Miniflare is made. Where two are made at once in one process, nobody can say whose is whose. */
export function watchRuntime(): Runtime {
  const children: ChildProcess[] = []
  const note = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process)
  }
  subscribe('child_process', note)
  return {
    ready: () => {
      unsubscribe('child_process', note)
    },
    drain: async (limit, ended) => {
      unsubscribe('child_process', note)
      const [workerd, ...others] = children.filter(({ spawnfile }) => /workerd/.test(spawnfile ?? ''))
      if (workerd && others.length === 0 && process.platform !== 'win32') await drain(workerd, limit, ended)
    },
  }
}

async function drain(workerd: ChildProcess, limit: number, ended: () => void): Promise<void> {
  if (workerd.exitCode !== null || workerd.signalCode !== null) return
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve) => {
    // First, or Miniflare would take it for a crash and start it anew.
    workerd.prependOnceListener('exit', () => {
      ended()
      resolve()
    })
    timer = setTimeout(resolve, limit)
    workerd.kill('SIGTERM')
  })
  clearTimeout(timer)
}
