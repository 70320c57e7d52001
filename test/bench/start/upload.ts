import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repository } from '../../../worker/local/paths.ts'
import type { BenchRow } from '../ranking/engine.ts'

const run = promisify(execFile)

/** What `wrangler deploy` would send, and how long workerd's CPU profile of its start is where wrangler can take one. */
export async function benchUpload(): Promise<BenchRow[]> {
  const out = mkdtempSync(join(tmpdir(), 'xiangbang-upload-'))
  try {
    const said = await wrangler('deploy', '--dry-run', '--outdir', out)
    const kibibytes = Number(/gzip: ([\d.]+) KiB/.exec(said)?.[1])
    const profile = join(out, 'startup.cpuprofile')
    const checked = await wrangler('check', 'startup', '--outfile', profile).catch((error: Error) => error)
    const rows = [{ name: 'Worker as uploaded, gzip', value: kibibytes, unit: 'KiB' }]
    if (checked instanceof Error) {
      console.log(`  wrangler check startup did not work here: ${checked.message.slice(0, 600)}`)
      return rows
    }
    return [...rows, { name: "Worker's start, CPU", value: busyMilliseconds(profile), unit: 'ms' }]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

async function wrangler(...args: string[]): Promise<string> {
  const bin = join(repository, 'node_modules/wrangler/bin/wrangler.js')
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: tmpdir(), CI: '1' }
  const { stdout } = await run(process.execPath, [bin, ...args], { cwd: repository, env })
  return stdout
}

type Profile = {
  nodes: { id: number; callFrame: { functionName: string } }[]
  samples: number[]
  timeDeltas: number[]
}

/** The time in which the profile's samples did not stand idle. */
function busyMilliseconds(file: string): number {
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(file, 'utf8'))
  const idle = new Set(
    nodes
      .filter(({ callFrame }) => ['(idle)', '(program)'].includes(callFrame.functionName))
      .map(({ id }) => id),
  )
  const busy = samples.map((id, at) => (idle.has(id) ? 0 : (timeDeltas[at] ?? 0)))
  return busy.reduce((sum, microseconds) => sum + microseconds, 0) / 1000
}
