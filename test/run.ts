import { atMost } from './runner/checks.ts'
import { type Outcome, type Stage, stages } from './runner/stages.ts'
import { printSummary } from './runner/summary.ts'

// npm test            every stage, in this order
// npm test -- unit    only the stages named
const chosen = choose(process.argv.slice(2))
const outcomes: Outcome[] = []
for (const stages of atOnce(chosen)) outcomes.push(...(await atMost(2, stages, run)))
process.exitCode = printSummary(outcomes) ? 0 : 1

function choose(names: string[]): Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    console.error(
      `No stage is called ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}`,
    )
    process.exit(2)
  }
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name))
}

/** Light stages that follow each other are run together, any other by itself. */
function atOnce(chosen: Stage[]): Stage[][] {
  const groups: Stage[][] = []
  for (const stage of chosen) {
    const before = groups.at(-1)
    if (stage.light && before?.[0]?.light) before.push(stage)
    else groups.push([stage])
  }
  return groups
}

/** A stage that breaks, or runs nothing, has failed. */
async function run(stage: Stage): Promise<Outcome> {
  console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 60 - stage.name.length))}`)
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  try {
    const counts = await stage.run()
    const nothing = counts.passed + counts.failed === 0
    if (nothing) console.error(`${stage.name}: nothing was run`)
    return { name: stage.name, seconds: seconds(), ...counts, failed: counts.failed + (nothing ? 1 : 0) }
  } catch (error) {
    console.error(error)
    return { name: stage.name, seconds: seconds(), passed: 0, failed: 1 }
  }
}
