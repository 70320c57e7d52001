import { relative } from 'node:path'
import { demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { ensureDemo } from './demo.ts'
import { type Host, startHost } from './host.ts'
import { jsonLine, workerLine } from './json-lines.ts'
import { dataDirectory } from './paths.ts'

const began = performance.now()
/** Where requests are logged, every line is JSON. */
const inJson = ['requests', 'json'].includes(process.env.XIANGBANG_LOG ?? '')
const log = inJson ? (line: string) => console.log(jsonLine(line)) : console.log
/** A county's own server can do without a county whose passwords everybody knows. */
const withDemo = process.env.XIANGBANG_DEMO !== 'none'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let host: Host | undefined
let stoppingSince: number | undefined
listen()

try {
  const port = portWanted()
  if (withDemo) await ensureDemo(dataDirectory, log)
  host = await startHost({
    dataDir: dataDirectory,
    port,
    address: process.env.HOST || '127.0.0.1',
    vars: localVars(),
    clock: true,
    log,
    ...(inJson && { workerLog: (message) => console.log(workerLine(message)) }),
  })
  listen()
  greet(host)
} catch (error) {
  const said = error instanceof Error ? error.message : String(error)
  console.error(inJson ? jsonLine(said, 'error') : said)
  process.exit(1)
}

/** Miniflare's own handlers, if it has any yet, would cut off whatever runs. */
function listen() {
  for (const signal of signals) process.removeAllListeners(signal).on(signal, stop)
}

function portWanted(): number {
  const port = Number(process.env.PORT || 8787)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
}

/** A county that signs up on the local host needs nobody's approval. */
function localVars(): Record<string, string> {
  const passed = ['XIANGBANG_INSECURE_HTTP', 'XIANGBANG_TRUST_PROXY', 'XIANGBANG_METRICS_TOKEN']
  const given = passed.flatMap((name): [string, string][] => {
    const value = process.env[name]
    return value ? [[name, value]] : []
  })
  const said = inJson ? { XIANGBANG_LOG: 'requests' } : {}
  return { XIANGBANG_APPROVE: process.env.XIANGBANG_APPROVE || 'auto', ...said, ...Object.fromEntries(given) }
}

function greet({ url }: Host) {
  const ready = `乡榜 Xiangbang is ready after ${((performance.now() - began) / 1000).toFixed(1)} s`
  if (inJson) return log(`${ready}: ${url}`)
  const demo = `
    Demo board         ${url}/c/990001
    Demo sign-in       ${demoOffice} / ${demoPassword}`
  console.log(`
  ${ready}

    Sign up a county   ${url}/signup
    Console            ${url}/console
    API reference      ${url}/api/docs${withDemo ? demo : ''}

  Data is kept in ${relative(process.cwd(), dataDirectory) || '.'}/. Ctrl-C stops.
`)
}

/**
 * Lets what has begun end, ten seconds at most; told again, it ends at once. The same Ctrl-C may arrive twice, from the
 * terminal and from whoever started this.
 */
async function stop() {
  if (stoppingSince !== undefined && performance.now() - stoppingSince < 1000) return
  if (!host || stoppingSince !== undefined) {
    log('Stopped.')
    process.exit(stoppingSince === undefined ? 0 : 1)
  }
  stoppingSince = performance.now()
  log('Stopping …')
  await host.stop()
  log('Stopped.')
  process.exit(0)
}
