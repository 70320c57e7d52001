import { relative } from 'node:path'
import { demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { ensureDemo } from './demo.ts'
import { type Host, startHost } from './host.ts'
import { dataDirectory } from './paths.ts'

const began = performance.now()

// Registered before Miniflare's own handlers, which would end with 130; whatever runs is ended by the exit hooks.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

try {
  const port = portWanted()
  await ensureDemo(dataDirectory)
  const host = await startHost({
    dataDir: dataDirectory,
    port,
    address: process.env.HOST || '127.0.0.1',
    vars: localVars(),
    clock: true,
  })
  greet(host)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function portWanted(): number {
  const port = Number(process.env.PORT || 8787)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
}

/** A county that signs up on the local host needs nobody's approval. */
function localVars(): Record<string, string> {
  const passed = ['XIANGBANG_INSECURE_HTTP', 'XIANGBANG_TRUST_PROXY', 'XIANGBANG_LOG']
  const given = passed.flatMap((name): [string, string][] => {
    const value = process.env[name]
    return value ? [[name, value]] : []
  })
  return { XIANGBANG_APPROVE: process.env.XIANGBANG_APPROVE || 'auto', ...Object.fromEntries(given) }
}

function greet({ url }: Host) {
  console.log(`
  乡榜 Xiangbang is ready after ${((performance.now() - began) / 1000).toFixed(1)} s

    Sign up a county   ${url}/signup
    Console            ${url}/console
    API reference      ${url}/api/docs
    Demo board         ${url}/c/990001
    Demo sign-in       ${demoOffice} / ${demoPassword}

  Data is kept in ${relative(process.cwd(), dataDirectory) || '.'}/. Ctrl-C stops.
`)
}

function stop() {
  console.log('\nStopped.')
  process.exit(0)
}
