import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { chineseFonts } from './fonts.ts'
import { packagedBrowser } from './packaged-browser.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  // Containers give /dev/shm little room.
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No other machine is found by any name.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * A headless Chromium: the one CHROME_PATH names, else the system's, else (or with `packaged`) the one from npm. On Linux its only
 * fonts are those of the npm package, so that Chinese text looks the same, and screenshots too, on every machine.
 */
export async function launchBrowser({ packaged = false } = {}): Promise<Browser> {
  return chromium.launch(await foundBrowser({ packaged }))
}

/** The same browser for whoever starts its process by hand. */
export async function foundBrowser({ packaged = false } = {}) {
  const system = packaged ? undefined : systemBrowser()
  const { executablePath, env } = system ? { executablePath: system, env: {} } : await packagedBrowser()
  const fonts = process.platform === 'linux' ? { FONTCONFIG_FILE: await chineseFonts() } : {}
  return { executablePath, args: flags, env: { ...process.env, ...env, ...fonts } as Record<string, string> }
}

function systemBrowser(): string | undefined {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return [
    ...names.map((name) => join('/usr/bin', name)),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find((path) => existsSync(path))
}
