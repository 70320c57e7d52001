import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync } from 'vite'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export type Source = { path: string; program: ESTree.Program }

/** The parsed TypeScript files below a folder of the repository, by their paths in it. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const { program, errors } = parseSync(file, readFileSync(file, 'utf8'))
      if (errors.length > 0) throw new Error(`${file} cannot be parsed`)
      return { path: relative(repository, file), program }
    })
}

/** The web app's own sources, without its catalogues and the functions that run beside the static files. */
export function webSources(): Source[] {
  return sourcesIn('web').filter(({ path }) => !/^web\/(i18n|functions)\/|vite\.config/.test(path))
}

/** Every node below a node, in the order of the source. */
export function nodesIn(top: unknown): ESTree.Node[] {
  if (Array.isArray(top)) return top.flatMap(nodesIn)
  if (typeof top !== 'object' || top === null) return []
  const below = Object.values(top).flatMap(nodesIn)
  return 'type' in top ? [top as ESTree.Node, ...below] : below
}
