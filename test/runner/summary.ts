import { sum } from './checks.ts'
import type { Outcome } from './stages.ts'

/** Prints one line a stage and, last of all, the totals; answers whether everything passed. */
export function printSummary(outcomes: Outcome[]): boolean {
  console.log()
  for (const { name, passed, failed, seconds } of outcomes) {
    const mark = failed === 0 ? '✓' : '✗'
    const numbers = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
    console.log(`${mark} ${name.padEnd(10)}${numbers}${seconds.toFixed(1).padStart(8)} s`)
  }
  const { passed, failed } = sum(outcomes)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0
}
