import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from './paths.ts'

/** Runs wrangler in the open, so that it can ask questions; rejects when it fails. `folder` is relative to the repository. */
export async function wrangler(args: string[], folder = '.'): Promise<void> {
  console.log(`\n> wrangler ${args.join(' ')}`)
  const child = spawn(
    process.execPath,
    [join(repository, 'node_modules/wrangler/bin/wrangler.js'), ...args],
    {
      cwd: join(repository, folder),
      stdio: 'inherit',
    },
  )
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`wrangler ${args[0]} failed (exit code ${code})`)
}
