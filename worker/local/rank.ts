import { text } from 'node:stream/consumers'
import { RoundInput } from '../../schema/api/ranking.ts'
import { rank } from '../domain/ranking/rank.ts'
import { checkRound } from '../domain/ranking/round.ts'

/**
 * Ranks one round by hand: its input as JSON on stdin, its standings as JSON on stdout.
 * What is wrong with the input goes to stderr, a line each, with exit code 1.
 */
const written = parse(await text(process.stdin))
const shaped = RoundInput.safeParse(written)
if (!shaped.success) refuse(shaped.error.issues.map(({ path, message }) => `${at(path)}: ${message}`))
else {
  const problems = checkRound(shaped.data)
  if (problems.length > 0) refuse(problems.map(({ path, code }) => `${at(path)}: ${code}`))
  else process.stdout.write(`${JSON.stringify(rank(shaped.data), null, 1)}\n`)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    return refuse([`not JSON: ${error instanceof Error ? error.message : error}`])
  }
}

function refuse(reasons: readonly string[]): never {
  process.stderr.write(`The round can't be ranked.\n${reasons.map((reason) => `  ${reason}\n`).join('')}`)
  process.exit(1)
}

function at(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'input' : path.map(String).join('.')
}
