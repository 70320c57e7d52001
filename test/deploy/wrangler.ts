import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

export const repository = resolve(import.meta.dirname, '../..')
const wranglerBin = resolve(repository, 'node_modules/.bin/wrangler')
const quiet = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', FORCE_COLOR: '0' }

/** Runs wrangler to its end and gives what it printed; a failure rejects with it. */
export async function wrangler(args: string[], folder = repository): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(wranglerBin, args, {
    cwd: folder,
    env: quiet,
    maxBuffer: 2 ** 24,
  })
  return stdout + stderr
}

/** Starts wrangler and waits for a line of its output; `env` reaches the Worker as secrets. */
export async function startWrangler(
  args: string[],
  folder: string,
  ready: RegExp,
  env: Record<string, string>,
) {
  const child = spawn(wranglerBin, args, {
    cwd: folder,
    env: { ...quiet, CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const found = await new Promise<RegExpExecArray>((resolveReady, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk.toString()
      const match = ready.exec(printed)
      if (match) resolveReady(match)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('exit', (code) => reject(new Error(`wrangler ended with ${code}:\n${printed}`)))
  })
  return { found, stop: () => stop(child) }
}

/** Ends wrangler and the servers it started. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolveEnd) => child.once('exit', resolveEnd))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await ended
}
