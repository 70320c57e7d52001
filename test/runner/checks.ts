import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../lint/sources.ts'

export interface Counts {
  passed: number
  failed: number
}

/** Runs a program of node_modules/.bin, whose exit code is one test; what it says is shown only when it fails. */
export async function program(name: string, command: string, args: string[]): Promise<Counts> {
  const child = spawn(join(repository, 'node_modules/.bin', command), args, { cwd: repository })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  return report(name, code === 0, Buffer.concat(said).toString())
}

/** A check made here: one test, which passes when it found nothing. */
export function findings(name: string, problems: string[]): Counts {
  return report(name, problems.length === 0, problems.join('\n'))
}

function report(name: string, passed: boolean, details: string): Counts {
  console.log(`${passed ? '✓' : '✗'} ${name}`)
  if (!passed) console.log(details)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

export function sum(counts: Counts[]): Counts {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}

/** Runs `task` for every item, no more than `limit` at a time, and answers in the order of the items. */
export async function atMost<Item, Result>(
  limit: number,
  items: Item[],
  task: (item: Item) => Promise<Result>,
) {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [position, item] of queue) results[position] = await task(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}
