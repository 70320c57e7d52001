import { build } from '../../worker/local/build.ts'
import { dependencyProblems } from '../lint/dependencies.ts'
import { importProblems } from '../lint/imports.ts'
import { lengthProblems } from '../lint/length.ts'
import { lockProblems } from '../lint/lock.ts'
import { sources } from '../lint/sources.ts'
import { atMost, type Counts, findings, program, sum } from './checks.ts'
import { vitest } from './vitest.ts'

export interface Stage {
  name: string
  /** It keeps one core busy, or mostly waits: two such, one beside the other in the list, run at once. */
  light?: true
  run(): Promise<Counts>
}

export interface Outcome extends Counts {
  name: string
  seconds: number
}

/** Everything `npm test` runs, the quick answers first. */
export const stages: Stage[] = [
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'unit', run: () => vitest('test/unit') },
  { name: 'build', run: bundle },
  { name: 'web', run: () => vitest('test/web') },
  { name: 'api', run: api },
  { name: 'local', light: true, run: () => vitest('test/local') },
  { name: 'tenancy', light: true, run: () => vitest('test/tenancy') },
  { name: 'jobs', light: true, run: () => vitest('test/jobs') },
  { name: 'deploy', light: true, run: () => vitest('test/deploy') },
  { name: 'faults', light: true, run: () => vitest('test/durability/faults') },
  { name: 'endurance', run: endurance },
  { name: 'e2e', run: browser },
]

async function lint(): Promise<Counts> {
  const files = sources()
  return sum([
    await program('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
    findings('import rules', importProblems(files)),
    findings('length of files', lengthProblems(files)),
    findings('package-lock.json', lockProblems()),
    findings('dependencies', dependencyProblems()),
  ])
}

/** Two projects side by side, the longest first, with one checker each: several would each check much of the same again. */
async function types(): Promise<Counts> {
  const projects = ['test', 'web', 'worker', 'worker/local']
  const check = (project: string) => program(`types of ${project}`, 'tsc', ['-p', project, '--checkers', '1'])
  return sum(await atMost(2, projects, check))
}

/** Half of the files each in a runtime of its own: one runtime keeps one core busy. */
async function api(): Promise<Counts> {
  return sum(await atMost(2, ['1/2', '2/2'] as const, (half) => vitest('test/api', half)))
}

/** One browser at a time: two on a small machine only wait for each other. The stories first, then every page by axe. */
async function browser(): Promise<Counts> {
  return sum([await vitest('test/e2e'), await vitest('test/e2e/accessibility')])
}

/** 20,000 requests of every kind, and beside them the local host killed under its clients: that one mostly waits for it to start. */
async function endurance(): Promise<Counts> {
  return sum(await atMost(2, ['test/durability/kill', 'test/fuzz'], (folder) => vitest(folder)))
}

/** The stages after this one need what it makes. */
async function bundle(): Promise<Counts> {
  await build()
  return { passed: 1, failed: 0 }
}
