import { pathToFileURL } from 'node:url'
import { borderline } from '../../../worker/domain/ranking/borderline.ts'
import { explain } from '../../../worker/domain/ranking/explain.ts'
import { readLists } from '../../../worker/domain/ranking/lists.ts'
import { merge, prepareLists } from '../../../worker/domain/ranking/merge.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { competing } from '../../../worker/domain/ranking/roster.ts'
import { aFullRound } from './county.ts'
import { columns, plainRanks } from './plain.ts'
import { sqliteRanks } from './sqlite.ts'

/** One figure; `baseline` in the same unit and `ratio` = value / baseline where it is measured against something. */
export interface BenchRow {
  name: string
  value: number
  unit: string
  baseline?: number
  ratio?: number
}

/** A county, the largest county, and every village of the country as one round. */
const SIZES = [151, 1526, 620_573]

/**
 * The engine against a plain float merge of the same lists over typed arrays, and against SQLite's window functions
 * (milliseconds, medians of interleaved runs).
 * `merge` and `merge, borderline` start from the lists as the plain merge does; `rank` starts from the round's JSON
 * objects and ends with standings.
 */
export async function benchEngine(sizes: readonly number[] = SIZES): Promise<BenchRow[]> {
  return sizes.flatMap(benchSize)
}

function benchSize(size: number): BenchRow[] {
  const input = aFullRound(size)
  const { policy } = input
  const roster = competing(input.subjects)
  const lists = readLists(input, roster)
  const plain = columns(lists)
  const subject = input.subjects[0]?.code ?? ''
  const sqlite = sqliteRanks(plain)
  const times = medians(size, {
    plain: () => plainRanks(plain),
    merge: () => merge(prepareLists(policy, roster, lists)),
    borderline: () => {
      const prepared = prepareLists(policy, roster, lists)
      return borderline(prepared, merge(prepared))
    },
    sqlite,
    rank: () => rank(input),
    explain: () => explain(input, subject),
  })
  const against = (name: string, value: number): BenchRow => ({
    name: `${name}, ${size} subjects`,
    value,
    unit: 'ms',
    baseline: times.plain,
    ratio: value / times.plain,
  })
  return [
    against('SQLite window functions', times.sqlite),
    {
      name: `merge against SQLite, ${size} subjects`,
      ...{ value: times.merge, unit: 'ms', baseline: times.sqlite, ratio: times.merge / times.sqlite },
    },
    against('merge', times.merge),
    against('merge with borderline', times.borderline),
    against('rank from JSON objects to standings', times.rank),
    { name: `explain one, ${size} subjects`, value: times.explain, unit: 'ms' },
  ]
}

/** Interleaved, so that a busy machine slows all alike. */
function medians<Name extends string>(
  size: number,
  works: Record<Name, () => unknown>,
): Record<Name, number> {
  const rounds = size > 100_000 ? 3 : size > 1000 ? 100 : 300
  const names = Object.keys(works) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -Math.ceil(rounds / 3); round < rounds; round++) {
    for (const name of names) {
      const start = performance.now()
      works[name]()
      if (round >= 0) taken[name].push(performance.now() - start)
    }
  }
  const median = (name: Name) => taken[name].toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  return Object.fromEntries(names.map((name) => [name, median(name)])) as Record<Name, number>
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, value, unit, ratio } of await benchEngine()) {
    const times = ratio === undefined ? '' : `${ratio.toFixed(2)} × plain`
    console.log(`${name.padEnd(56)} ${value.toFixed(3).padStart(10)} ${unit}  ${times}`)
  }
}
