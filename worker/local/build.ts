import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packRegions } from './pack-regions.ts'
import { assetsDirectory, buildDirectory, repository } from './paths.ts'

export const workerBundle = join(buildDirectory, 'worker/index.js')
/** The one-purpose Worker that builds the demo county. */
export const demoBundle = join(buildDirectory, 'worker/demo.js')
/** The web app alone: what Pages publishes. The Worker serves a copy of it beside the regions. */
export const webDirectory = join(buildDirectory, 'web')
const homePage = join(assetsDirectory, 'index.html')

export type Log = (line: string) => void

/** Makes everything that is served, doing again only what has changed since the last time. */
export async function build(log: Log = console.log): Promise<void> {
  const regions = packRegions()
  if (regions.packed) log(`Packed ${regions.counties} counties and ${regions.villages} villages.`)
  await whenChanged('web', ['web', 'schema/api', 'worker/domain'], [webDirectory, homePage], async () => {
    log('Building the web app …')
    await buildWeb()
  })
  await whenChanged('worker', ['worker', 'schema'], [workerBundle, demoBundle], buildWorker)
}

async function buildWeb() {
  const { build: viteBuild } = await import('vite')
  await viteBuild({
    configFile: join(repository, 'web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: webDirectory, emptyOutDir: true },
  })
  // Whatever an earlier build left is stale; the regions have their own stamp.
  for (const name of readdirSync(assetsDirectory)) {
    if (!name.startsWith('regions')) rmSync(join(assetsDirectory, name), { recursive: true })
  }
  cpSync(webDirectory, assetsDirectory, { recursive: true })
}

async function buildWorker() {
  const { build: esbuild } = await import('esbuild')
  await esbuild({
    entryPoints: {
      index: join(repository, 'worker/index.ts'),
      demo: join(repository, 'schema/demo/worker.ts'),
    },
    outdir: join(buildDirectory, 'worker'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    target: 'es2022',
    jsx: 'automatic',
    sourcemap: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
}

/** Runs `make` unless the inputs, the dependencies and the outputs are as they were after its last success. */
async function whenChanged(name: string, inputs: string[], outputs: string[], make: () => Promise<void>) {
  const stampFile = join(buildDirectory, `${name}.stamp`)
  const stamp = hashOf([...inputs, 'package-lock.json', 'worker/local/build.ts'])
  if (
    outputs.every((output) => existsSync(output)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp
  )
    return
  rmSync(stampFile, { force: true })
  await make()
  writeFileSync(stampFile, stamp)
}

/** One hash over the names and contents of files and folders, given relative to the top of the repository. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  const walk = (path: string) => {
    if (!existsSync(path)) return
    if (!statSync(path).isDirectory()) {
      hash
        .update(`${relative(repository, path)}\0`)
        .update(readFileSync(path))
        .update('\0')
      return
    }
    for (const name of readdirSync(path).sort()) walk(join(path, name))
  }
  for (const path of paths) walk(join(repository, path))
  return hash.digest('hex')
}
