import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secrets of a local data folder: made once, readable by its owner only, so that sessions outlive a restart. */
export function readSecrets(directory: string): { SESSION_SECRET: string } {
  const file = join(directory, 'secret.json')
  if (!existsSync(file)) {
    const made = { SESSION_SECRET: randomBytes(32).toString('base64url') }
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
