import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What a backup says of itself: every file below its folder, with size and SHA-256. */
export type FolderManifest = {
  format: 1
  madeAt: string
  program: string
  migrations: string[]
  files: { path: string; size: number; sha256: string }[]
}

export const manifestName = 'backup.json'

/** What a data folder keeps: its databases, its files and its secrets. Old copies and the note of its host stay behind. */
export const keptParts = ['d1', 'r2', 'secret.json', 'migrations.json', 'demo-county-built']

/** Every file below a folder, by path with slashes, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Size and SHA-256 of a file, read piece by piece. */
export async function sumOfFile(file: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return { size: statSync(file).size, sha256: hash.digest('hex') }
}
