import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildDirectory, repository } from '../../worker/local/paths.ts'
import { once } from './once.ts'

/**
 * The Chromium of @sparticuz/chromium, unpacked together with the libraries (NSS) that a bare machine lacks. Linux on x64 only.
 */
export async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium was found. Install Chrome or Chromium, or name one: CHROME_PATH=/path/to/chrome npm test',
    )
  }
  const folder = await once(join(buildDirectory, 'browser/chromium'), unpack)
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries } }
}

/**
 * The package unpacks into the temporary folder, and its libraries only where it believes itself on AWS Lambda: said in the
 * environment of another process, so that nothing of it stays in this one.
 */
async function unpack(folder: string) {
  const script =
    "import chromium from '@sparticuz/chromium'; chromium.setGraphicsMode = false; await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repository,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
}
