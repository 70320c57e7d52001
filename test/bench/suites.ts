import { type BenchRow, benchEngine } from './ranking/engine.ts'

export type { BenchRow }

/** What `npm run bench` measures, in this order; each suite lives in a folder of its own. */
export const suites: { name: string; measure: () => Promise<BenchRow[]> }[] = [
  { name: 'ranking', measure: () => benchEngine() },
]
