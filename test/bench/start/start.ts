import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { repository } from '../../../worker/local/paths.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { benchUpload } from './upload.ts'

const warmRuns = 3

/**
 * `npm start` until it says that it is ready: cold, where everything is built and the demo county made, and warm. Then
 * what goes to Cloudflare: the Worker's size, and its code's time until it can take a request.
 */
export async function benchStart(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-start-'))
  try {
    const cold = await started(folder)
    const warm: number[] = []
    for (let run = 0; run < warmRuns; run++) warm.push(await started(folder))
    const bundle = gzipSync(readFileSync(join(folder, 'build/worker/index.js')))
    return [
      { name: 'npm start, cold', value: cold / 1000, unit: 's' },
      { name: 'npm start, warm', value: median(warm) / 1000, unit: 's' },
      { name: 'worker of the local host, gzip', value: bundle.length / 1024, unit: 'KiB' },
      ...(await benchUpload()),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from the command to the line that says it is ready. */
async function started(folder: string): Promise<number> {
  const paths = { XIANGBANG_BUILD: join(folder, 'build'), XIANGBANG_DATA: join(folder, 'data') }
  const start = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: repository,
    env: { ...process.env, ...paths, PORT: '0' },
    // A group of its own, so that npm's children end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('is ready after')) resolve(performance.now() - start)
    })
    child.once('close', () => reject(new Error(`npm start ended before it was ready: ${said}`)))
  })
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await ended
  return took
}
