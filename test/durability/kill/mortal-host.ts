import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { repository } from '../../../worker/local/paths.ts'

/**
 * `npm start` in a process group of its own, on one port and one data folder however often it dies. `up` holds as soon
 * as it serves again; whoever writes waits for it. It fails only where the host ended by itself.
 */
export class MortalHost {
  readonly data: string
  readonly #port: number
  #group: ChildProcess | undefined
  readonly #groups: number[] = []
  #dying = false
  #serves = false
  #awaited = Promise.withResolvers<void>()

  constructor(data: string, port: number) {
    this.data = data
    this.#port = port
  }

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  get up(): Promise<void> {
    return this.#awaited.promise
  }

  start(): void {
    const child = spawn(process.execPath, ['worker/local/bootstrap.mjs', 'worker/local/start.ts'], {
      cwd: repository,
      env: { ...process.env, PORT: String(this.#port), XIANGBANG_DATA: this.data, XIANGBANG_DEMO: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    this.#group = child
    if (child.pid) this.#groups.push(child.pid)
    this.#dying = false
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('/console')) return
      this.#serves = true
      this.#awaited.resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      if (this.#dying) return
      this.#down()
      this.#awaited.reject(new Error(`The host ended (${code}):\n${said}`))
    })
  }

  /** SIGKILL for every process of the group: nothing of it gets to finish anything. */
  kill(): Promise<void> {
    return this.#end((group) => process.kill(-group, 'SIGKILL'))
  }

  /** SIGKILL for the process that leads workerd alone, as when memory runs out: workerd lives on. */
  behead(): Promise<void> {
    return this.#end((group) => {
      const [host] = childrenOf(group)
      if (host === undefined) throw new Error('the bootstrap leads nobody')
      process.kill(host, 'SIGKILL')
    })
  }

  /** Whatever is left of any of its lives. */
  async bury(): Promise<void> {
    await this.kill()
    for (const group of this.#groups) {
      try {
        process.kill(-group, 'SIGKILL')
      } catch {
        // Nothing is.
      }
    }
  }

  /** Ctrl-C. */
  stop(): Promise<void> {
    return this.#end((group) => process.kill(group, 'SIGINT'))
  }

  /** How many databases the folder holds by now. */
  databases(): number {
    const folder = join(this.data, 'd1/miniflare-D1DatabaseObject')
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')).length : 0
  }

  /** Whoever asks from now on waits for the next life. */
  #down(): void {
    if (this.#serves) this.#awaited = Promise.withResolvers()
    this.#serves = false
    this.up.catch(() => undefined)
  }

  async #end(by: (group: number) => void): Promise<void> {
    const child = this.#group
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    this.#dying = true
    this.#down()
    const ended = once(child, 'exit')
    by(child.pid)
    await ended
  }
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => server.close(resolve))
  return port
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  return stdout.split('\n').map(Number).filter(Boolean)
}
