import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { type Rule, rules } from './import-rules.ts'
import { type Import, importsOf } from './imports-of.ts'
import { repository } from './sources.ts'

/** What is wrong with the imports of these files (path → source), one line each, with where to look. */
export function importProblems(files: Map<string, string>): string[] {
  const declared = declaredPackages()
  return [...files].flatMap(([path, source]) =>
    importsOf(source).flatMap((each) => {
      const why = problemOf(path, each, declared)
      return why ? [`${path}:${each.line}: ${why}`] : []
    }),
  )
}

interface Declared {
  dependencies: Set<string>
  all: Set<string>
}

function problemOf(path: string, { from, typeOnly }: Import, declared: Declared): string | undefined {
  const rule = ruleOf(path)
  if (!rule) return 'no import rule covers this file (test/lint/import-rules.ts)'
  if (!from.startsWith('.')) return packageProblem(rule, from, typeOnly, declared)
  const target = join(dirname(path), from.replace(/\?.*$/, ''))
  if (!existsSync(join(repository, target))) return `${from} does not exist; imports carry their extension`
  if (within(target, rule.of) || rule.may.some((folder) => within(target, folder))) return undefined
  if (!rule.types?.some((folder) => within(target, folder))) return `${rule.of} may not import ${target}`
  return typeOnly ? undefined : `${rule.of} may import only types from ${target}`
}

function packageProblem(rule: Rule, from: string, typeOnly: boolean, { dependencies, all }: Declared) {
  if (rule.packages === 'tools')
    return isBuiltin(from) || isDeclared(from, all) ? undefined : `${from} is not in package.json`
  if (isBuiltin(from))
    return workerBuiltins.has(from) && rule.packages === 'any'
      ? undefined
      : `${rule.of} may not import ${from}`
  if (from.startsWith('cloudflare:'))
    return rule.packages === 'any' ? undefined : `${rule.of} may not import ${from}`
  if (Array.isArray(rule.packages)) {
    return isDeclared(from, new Set(rule.packages))
      ? undefined
      : `${rule.of} may not import the package ${from}`
  }
  return isDeclared(from, typeOnly ? all : dependencies)
    ? undefined
    : `${from} is not among package.json's dependencies`
}

/** Node's modules that the platform offers to a Worker and that are used for a reason. */
const workerBuiltins = new Set(['node:crypto', 'node:buffer'])

function ruleOf(path: string): Rule | undefined {
  return rules.filter(({ of }) => within(path, of)).sort((a, b) => b.of.length - a.of.length)[0]
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function isDeclared(from: string, names: Set<string>): boolean {
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  return names.has(name) || names.has(from)
}

function declaredPackages(): Declared {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const names = Object.keys(dependencies)
  // Modules the test pool provides itself.
  const provided = ['cloudflare:test', 'cloudflare:workers']
  return {
    dependencies: new Set(names),
    all: new Set([...names, ...Object.keys(devDependencies), ...provided]),
  }
}
