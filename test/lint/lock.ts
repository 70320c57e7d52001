import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './sources.ts'

interface Locked {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

/**
 * What would make `npm ci` fail on another machine: an optional package for another platform that is not in package-lock.json
 * (npm leaves it out where the registry at hand didn't have it), or an address that only one network can reach.
 */
export function lockProblems(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'))
  const packages: Record<string, Locked> = lock.packages
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, resolved = '' }]) => [
    ...Object.entries(optionalDependencies)
      .filter(([name, version]) => !fits(seenFrom(packages, path, name)?.version, version))
      .map(([name, version]) => `package-lock.json: ${name} ${version}, optional for ${path}, has no entry`),
    ...(/^https?:/.test(resolved) ? [`package-lock.json: ${path} comes from ${resolved}`] : []),
  ])
}

/** The package of that name which `path` gets: its own, or the nearest one above. */
function seenFrom(packages: Record<string, Locked>, path: string, name: string): Locked | undefined {
  const above = path.split(/\/?node_modules\//).slice(1)
  for (let depth = above.length; depth >= 0; depth--) {
    const folders = above.slice(0, depth).map((folder) => `node_modules/${folder}`)
    const found = packages[[...folders, 'node_modules', name].join('/')]
    if (found) return found
  }
  return undefined
}

/** Ranges are left to npm; an exact version must be met exactly. */
function fits(found: string | undefined, wanted: string): boolean {
  return found !== undefined && (found === wanted || !/^\d/.test(wanted))
}
