import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './sources.ts'

type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}
type Locked = {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
}
export type Lock = { packages: Record<string, Locked> }

/** What may be part of the product: licences that ask for no more than their own text to be kept. */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
  'OFL-1.1',
  'CC0-1.0',
])

/** What is wrong with the packages as they are asked for and locked, read from this repository. */
export function dependencyProblems(): string[] {
  const read = (file: string) => JSON.parse(readFileSync(join(repository, file), 'utf8'))
  return problemsOf(read('package.json'), read('package-lock.json'))
}

/**
 * A version that is not exact, a package without a hash to hold it against, a script that would run while installing
 * and was not agreed to, and in production a licence that nobody has looked at. Known holes in packages are looked up
 * by `.ci/audit`, which needs a network.
 */
export function problemsOf(manifest: Manifest, lock: Lock): string[] {
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
  return [
    ...asked
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `package.json: ${name} ${version} is not one exact version`),
    ...locked
      // Tools' parts for other platforms, which the registry at hand did not have.
      .filter(([, { dev, optional }]) => !(dev && optional))
      .filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
      .map(([path]) => `package-lock.json: ${path} has no SHA-512 to be held against`),
    ...locked
      .filter(
        ([path, { hasInstallScript }]) => hasInstallScript && manifest.allowScripts?.[nameOf(path)] !== true,
      )
      .map(
        ([path]) =>
          `package-lock.json: ${path} runs a script while installing, which package.json does not allow`,
      ),
    ...locked
      .filter(([, { dev, devOptional }]) => !dev && !devOptional)
      .filter(([, { license }]) => !isAllowed(license ?? ''))
      .map(([path, { license }]) => `package-lock.json: ${path} has the licence "${license ?? 'none'}"`),
  ]
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** An SPDX expression of `AND` and `OR`: of alternatives one must do, of parts all. */
function isAllowed(license: string): boolean {
  return license
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part)))
}
