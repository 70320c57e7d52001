import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { foundBrowser } from '../../support/browser.ts'

export type Cookie = { name: string; value: string; url: string; secure: boolean; httpOnly: boolean }

/**
 * Lends the port of a browser that has never been anywhere but has these cookies. Nothing else listens to its pages
 * meanwhile, which would slow them down; afterwards it is gone with all that it kept.
 */
export async function inFreshBrowser<Result>(
  cookies: Cookie[],
  work: (port: number) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'xiangbang-lighthouse-'))
  const { executablePath, args, env } = await foundBrowser()
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--accept-lang=zh-CN']
  const child = spawn(executablePath, [...args, ...own, 'about:blank'], {
    env,
    detached: true,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  try {
    const { port, address } = await listening(join(profile, 'DevToolsActivePort'))
    if (cookies.length > 0) {
      const browser = await chromium.connectOverCDP(address)
      await browser.contexts()[0]?.addCookies(cookies)
      // Only lets go of it.
      await browser.close()
    }
    return await work(port)
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Where the browser listens; it writes that into a file as soon as it does. */
async function listening(file: string): Promise<{ port: number; address: string }> {
  for (let tries = 0; tries < 600; tries++) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port && path) return { port: Number(port), address: `ws://127.0.0.1:${port}${path}` }
    await pause(100)
  }
  throw new Error('The browser did not start within a minute')
}
