import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { foundBrowser } from '../../support/browser.ts'

export type Killable = {
  page: Page
  /** SIGKILL to the browser and all of its processes: nothing is saved, flushed or said goodbye to. */
  kill(): Promise<void>
  /** Ends it as its user would: what it keeps in memory is written. */
  close(): Promise<void>
}

/** A browser of its own process group on a profile that outlives it, as a phone's storage outlives its battery. */
export async function aKillableBrowser(profile: string): Promise<Killable> {
  const { executablePath, args, env } = await foundBrowser()
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const child = spawn(
    executablePath,
    ['--headless', ...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { env, detached: true, stdio: 'ignore' },
  )
  await expect
    .poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n'), { timeout: 60_000 })
    .toBe(true)
  const [port, path] = readFileSync(portFile, 'utf8').trim().split('\n')
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no context')
  context.setDefaultTimeout(30_000)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: 390, height: 844 })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    page,
    kill: () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL')
      return gone
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => {})
      return gone
    },
  }
}
