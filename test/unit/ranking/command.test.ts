import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { goldenCases } from './golden.ts'

const command = fileURLToPath(new URL('../../../worker/local/rank.ts', import.meta.url))
const rankByHand = (input: string) => spawnSync(process.execPath, [command], { input, encoding: 'utf8' })

describe('ranking from the command line', () => {
  const [first] = goldenCases()

  it('answers a round with its standings', () => {
    const { status, stdout, stderr } = rankByHand(JSON.stringify(first?.input))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(first?.expect)
  })

  it.each([
    ['what is no JSON', 'villages', 'not JSON'],
    ['another shape', '{"subjects": []}', 'policy: '],
    [
      'an unsound policy',
      JSON.stringify({ ...first?.input, policy: { ...first?.input.policy, minSources: 9 } }),
      'policy.minSources: min_sources_out_of_range',
    ],
  ])('refuses %s, says why and prints no standings', (_, input, reason) => {
    const { status, stdout, stderr } = rankByHand(input)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(reason)
  })
})
