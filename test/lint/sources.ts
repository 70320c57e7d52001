import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../..')

/** Every TypeScript file of the product and its tests, by its path from the top of the repository. */
export function sources(): Map<string, string> {
  const found = new Map<string, string>()
  for (const top of ['worker', 'schema', 'web', 'test']) {
    for (const entry of readdirSync(join(repository, top), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(repository.length + 1)
      const isSource = entry.isFile() && /\.(ts|tsx)$/.test(path) && !/node_modules|\.d\.ts$/.test(path)
      if (isSource) found.set(path, readFileSync(join(repository, path), 'utf8'))
    }
  }
  return found
}
