import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { Log, LogLevel, Miniflare, type MiniflareOptions } from 'miniflare'
import { backUpBefore, noteMigrated } from './backup.ts'
import { build, workerBundle } from './build.ts'
import { everyMinute } from './cron.ts'
import { holdDataFolder, noteWorkerd } from './data-folder.ts'
import { watchRuntime } from './drain.ts'
import { readHeaders } from './headers.ts'
import { migrate, migrationsOf } from './migrate.ts'
import { assetsDirectory } from './paths.ts'
import { readSecrets } from './secrets.ts'
import { readWorkerConfig, type WorkerConfig } from './worker-config.ts'

/** How long a stopping host waits for requests that have begun, in milliseconds. */
const drainFor = 10_000

export interface HostOptions {
  /** Where databases, files and secrets live; made when missing. One host at a time may use it. */
  dataDir: string
  /** 0, the default, takes any free port. */
  port?: number
  /** The address to listen on; 127.0.0.1 keeps other machines out. */
  address?: string
  /** Variables laid over those of wrangler.toml. */
  vars?: Record<string, string>
  /** Whether the crons fire by the clock; tests call `cron` instead. */
  clock?: boolean
  log?: (line: string) => void
  /** Told whatever the Worker writes to its log, a message at a time, which is then not printed. */
  workerLog?: (message: string) => void
}

export interface Host {
  /** Origin without a slash at the end, e.g. http://localhost:8787. */
  url: string
  mf: Miniflare
  /** Runs the Worker's `scheduled` for one of wrangler.toml's cron expressions, at `time` (default now), and waits for it. */
  cron(expression: string, time?: Date): Promise<void>
  /** Takes no more requests, gives those that have begun ten seconds to end, and lets go of everything. */
  stop(): Promise<void>
}

/**
 * Builds what has changed, migrates the data and serves Worker, D1, R2, queue and cron on workerd, all on this machine.
 * Throws with a message for a person where the port or the data folder is taken or the data is newer than the program.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { dataDir, port = 0, address = '127.0.0.1', clock = false, log = console.log } = options
  const config = readWorkerConfig()
  await build(log)
  mkdirSync(dataDir, { recursive: true })
  const release = holdDataFolder(dataDir)
  await refuseTakenPort(port, address).catch((error: Error) => {
    release()
    throw error
  })
  backUpBefore(dataDir, migrationsOf(config), log)
  const runtime = watchRuntime()
  const mf = new Miniflare(miniflareOptions(config, { ...options, port, address }))
  const stop = async () => {
    stopClock()
    let disposed: Promise<void> | undefined
    await runtime.drain(drainFor, () => {
      disposed = mf.dispose()
    })
    await (disposed ?? mf.dispose())
    release()
  }
  let stopClock = () => {}
  try {
    const url = `http://localhost:${(await mf.ready).port}`
    runtime.ready()
    noteWorkerd(dataDir)
    for (const { binding, migrations } of config.databases)
      await migrate(await mf.getD1Database(binding), migrations)
    noteMigrated(dataDir, migrationsOf(config))
    const cron = async (expression: string, time = new Date()) => {
      const worker = await mf.getWorker()
      const { outcome } = await worker.scheduled({ cron: expression, scheduledTime: time })
      if (outcome !== 'ok') throw new Error(`The cron ${expression} ended with "${outcome}"`)
    }
    if (clock) {
      stopClock = everyMinute(config.crons, (expression, time) => {
        cron(expression, time).catch((error: Error) => log(error.message))
      })
    }
    return { url, mf, cron, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function miniflareOptions(
  config: WorkerConfig,
  {
    dataDir,
    port,
    address,
    vars,
    workerLog,
    log = console.log,
  }: HostOptions & { port: number; address: string },
): MiniflareOptions {
  return {
    name: 'xiangbang',
    host: address,
    port,
    // No look-up of the visitor's country, no counting of starts: nothing leaves this machine.
    cf: false,
    // What the Worker fetches, such as a county's webhooks, leads out into the world and never to this machine or its
    // network, whatever a name resolves to. Without this, Miniflare allows both.
    outboundService: { network: { allow: ['public'], tlsOptions: { trustBrowserCas: true } } },
    telemetry: { enabled: false },
    log: new MiniflareLog(log),
    ...(workerLog ? { handleStructuredLogs: ({ message }: { message: string }) => workerLog(message) } : {}),
    modules: true,
    scriptPath: workerBundle,
    // The build may lie outside the working directory.
    modulesRoot: dirname(workerBundle),
    compatibilityDate: config.compatibilityDate,
    compatibilityFlags: config.compatibilityFlags,
    bindings: { ...config.vars, ...readSecrets(dataDir), ...vars },
    // Named after the binding, so that an id in wrangler.toml may change without losing the local data.
    d1Databases: config.databases.map(({ binding }) => binding),
    d1Persist: join(dataDir, 'd1'),
    r2Buckets: config.buckets,
    r2Persist: join(dataDir, 'r2'),
    queueProducers: Object.fromEntries(config.producers.map(({ binding, queue }) => [binding, queue])),
    queueConsumers: Object.fromEntries(config.consumers.map(({ queue, ...consumer }) => [queue, consumer])),
    assets: {
      directory: assetsDirectory,
      binding: config.assets.binding,
      assetConfig: { headers: readHeaders(join(assetsDirectory, '_headers')) },
      // Without this, a path that is no file is a bare 404 and never reaches the Worker.
      routerConfig: { has_user_worker: true, static_routing: { user_worker: config.assets.workerFirst } },
    },
  }
}

/** Miniflare's own warnings, said the way the host says everything. */
class MiniflareLog extends Log {
  readonly #say: (line: string) => void

  constructor(say: (line: string) => void) {
    super(LogLevel.WARN)
    this.#say = say
  }

  protected override log(message: string): void {
    this.#say(message)
  }
}

/** Fails early and in words; workerd itself would only say that it could not bind. */
async function refuseTakenPort(port: number, address: string) {
  if (port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${error.code})`
      reject(new Error(`Port ${port} ${why}. Choose another one: PORT=8788 npm start`))
    })
    probe.listen(port, address, () => probe.close(() => resolve()))
  })
}
