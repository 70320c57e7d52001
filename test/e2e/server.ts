import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { repository } from '../../worker/local/paths.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the server under test, without a slash at the end. */
    url: string
    /** The one-time link, without its origin, of the service's first administrator: `platform`. */
    platformLink: string
  }
}

/** `npm start` on a free port with a data folder of its own, once for all files; Ctrl-C at the end must end it well. */
export default async function serve(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-e2e-'))
  project.provide('platformLink', platformLink(join(folder, 'data')))
  const server = spawn(process.execPath, ['worker/local/bootstrap.mjs', 'worker/local/start.ts'], {
    cwd: repository,
    env: { ...process.env, PORT: '0', XIANGBANG_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  project.provide('url', await ready(server))
  return async () => {
    const code = await interrupt(server)
    rmSync(folder, { recursive: true, force: true })
    if (code !== 0) throw new Error(`Ctrl-C ended the server with exit code ${code}, not 0`)
  }
}

/** `npm run platform-admin -- platform`, on data that the server has not opened yet. */
function platformLink(data: string): string {
  const said = execFileSync(process.execPath, ['worker/local/platform-admin.ts', 'platform'], {
    cwd: repository,
    env: { ...process.env, XIANGBANG_DATA: data },
    encoding: 'utf8',
  })
  return /\/activate\S+/.exec(said)?.[0] ?? ''
}

/** The origin it prints once it answers. */
function ready(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const give = (why: string) => {
      server.kill('SIGINT')
      reject(new Error(`The server ${why}:\n${said}`))
    }
    const deadline = setTimeout(() => give('was not ready after four minutes'), 240_000)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Console\s+(http:\/\/\S+)\/console/.exec(said)?.[1]
      if (!url) return
      clearTimeout(deadline)
      resolve(url)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => give(`ended with exit code ${code}`))
  })
}

function interrupt(server: ChildProcess): Promise<number | null> {
  server.removeAllListeners('exit')
  if (server.exitCode !== null) return Promise.resolve(server.exitCode)
  return new Promise((resolve) => {
    server.once('exit', resolve)
    server.kill('SIGINT')
  })
}
