import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assets } from '../../../worker/files/regions.ts'
import { packRegions } from '../../../worker/local/pack-regions.ts'

/** Packs the regions into a fresh folder and serves them as the ASSETS binding would. */
export function packedAssets() {
  const directory = join(mkdtempSync(join(tmpdir(), 'xiangbang-regions-')), 'regions')
  const counts = packRegions(directory)
  const files = readdirSync(directory)
  const assets: Assets = {
    async fetch(url) {
      const { host, pathname } = new URL(url)
      const file = pathname.replace(/^\/regions\//, '')
      if (host !== 'assets' || !files.includes(file)) return new Response(null, { status: 404 })
      return new Response(readFileSync(join(directory, file)))
    },
  }
  const sizes = new Map(files.map((file) => [file, statSync(join(directory, file)).size]))
  return { directory, counts, assets, sizes }
}
