import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { repository } from '../../worker/local/paths.ts'
import { type Budget, overBudget } from './budgets.ts'
import { type BenchRow, suites } from './suites.ts'

// npm run bench                  measures everything, prints a table, writes bench.json
// npm run bench -- ranking       only the suites named
// npm run bench -- --check       and fails where a figure is over its budget (test/bench/budgets.json)
const names = process.argv.slice(2).filter((name) => name !== '--check')
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(
    `No suite is called ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}

const rows: (BenchRow & { suite: string })[] = []
for (const { name, measure } of suites) {
  if (names.length > 0 && !names.includes(name)) continue
  console.log(`\n${name}`)
  for (const row of await measure()) {
    rows.push({ suite: name, ...row })
    console.log(line(row))
  }
}
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length }
writeFileSync(join(repository, 'bench.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)

if (process.argv.includes('--check')) check()

function line({ name, value, unit, baseline, ratio }: BenchRow): string {
  const figure = `${value.toFixed(value < 100 ? 3 : 0).padStart(12)} ${unit.padEnd(6)}`
  const against =
    baseline === undefined ? '' : `  against ${baseline.toFixed(baseline < 100 ? 3 : 0)} ${unit}`
  return `  ${name.padEnd(52)}${figure}${ratio === undefined ? '' : `  ${ratio.toFixed(2)} ×`}${against}`
}

function check() {
  const budgets: Record<string, Budget> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'),
  )
  const measured = new Set(rows.map(({ suite }) => suite))
  const due = Object.fromEntries(Object.entries(budgets).filter(([, { suite }]) => measured.has(suite)))
  const problems = overBudget(rows, due)
  for (const problem of problems) console.error(`✗ ${problem}`)
  console.log(`\n${Object.keys(due).length - problems.length} of ${Object.keys(due).length} budgets kept`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
