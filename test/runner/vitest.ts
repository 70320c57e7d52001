import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from '../lint/sources.ts'
import type { Counts } from './checks.ts'

/** What is read of vitest's JSON report. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/**
 * Runs the tests of a folder that has its own vitest.config.ts, all or a part of its files. A skipped test counts as failed: it
 * proves nothing.
 */
export async function vitest(folder: string, part?: `${number}/${number}`): Promise<Counts> {
  const config = join(folder, 'vitest.config.ts')
  if (!existsSync(join(repository, config))) throw new Error(`${config} is missing`)
  const directory = mkdtempSync(join(tmpdir(), 'xiangbang-test-'))
  const file = join(directory, 'report.json')
  try {
    const code = await run([
      'run',
      '--config',
      config,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(part ? [`--shard=${part}`] : []),
    ])
    if (!existsSync(file)) throw new Error(`vitest ended with exit code ${code} and left no report`)
    return count(JSON.parse(readFileSync(file, 'utf8')), code)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function run(args: string[]): Promise<number | null> {
  const bin = join(repository, 'node_modules/.bin/vitest')
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, CI: '1', ...plain }
  const child = spawn(bin, args, { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'], env })
  return new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
}

function count({ numPassedTests, numFailedTests, testResults }: Report, code: number | null): Counts {
  const skipped = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
  for (const { fullName } of skipped) console.error(`✗ skipped: ${fullName}`)
  // A file that could not be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  for (const { name } of broken) console.error(`✗ could not be run: ${name}`)
  const failed = numFailedTests + skipped.length + broken.length
  const silent = code !== 0 && failed === 0
  if (silent) console.error(`✗ vitest ended with exit code ${code} although no test failed`)
  return { passed: numPassedTests, failed: failed + (silent ? 1 : 0) }
}
