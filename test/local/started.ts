import { type ChildProcess, spawn } from 'node:child_process'
import { repository } from '../../worker/local/paths.ts'

/** Starts the host as npm does, by way of the bootstrap. */
export function start(env: Record<string, string>) {
  const args = ['worker/local/bootstrap.mjs', 'worker/local/start.ts']
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...env },
  })
  let said = ''
  const look = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout?.on('data', look)
  child.stderr?.on('data', look)
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  )
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, found] = pattern.exec(said) ?? []
        if (found) resolve(found)
      }
      look()
      child.stdout?.on('data', look)
      ended.then(() => reject(new Error(`It ended before it printed ${pattern}:\n${said}`)))
    })
  return { child, ended, printed }
}
