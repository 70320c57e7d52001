import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RoundInput, Standings } from '../../../schema/api/ranking.ts'

/** A round worked out beforehand: `input` in, exactly `expect` out. */
export interface GoldenCase {
  file: string
  why: string
  input: RoundInput
  expect: Standings
}

const folder = fileURLToPath(new URL('../../cases/ranking/', import.meta.url))

/** The cases of test/cases/ranking, accepted by the schemas as they stand. */
export function goldenCases(): GoldenCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { why, input, expect } = JSON.parse(readFileSync(folder + file, 'utf8'))
      return { file, why, input: RoundInput.parse(input), expect: Standings.parse(expect) }
    })
}
