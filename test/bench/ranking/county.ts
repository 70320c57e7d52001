import type { Report, RoundInput, Subject } from '../../../schema/api/ranking.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'

/** Villages in a township. */
const VILLAGES = 15

/** A full round of the shipped policy over `size` subjects: townships of 15, eleven liaison groups, one drone. */
export function aFullRound(size: number): RoundInput {
  const random = seeded(size)
  const subjects: Subject[] = Array.from({ length: size }, (_, at) => ({
    code: String(620_423_100_000 + at),
    name: `第${at}村`,
    township: String(620_423_100 + Math.floor(at / VILLAGES)),
  }))
  const reports = [...townshipReports(subjects, random), ...inspectionReports(subjects, random)]
  const entries = subjects.map(({ code }) => ({
    subject: code,
    value: Math.floor(random() * 40),
    exposure: 50 + Math.floor(random() * 900),
  }))
  reports.push({ source: 'drone', reporter: 'drone-team', entries })
  // Through JSON, as the engine meets it: no string is shared between roster and reports.
  return JSON.parse(JSON.stringify({ subjects, policy: threeColourTemplate, reports }))
}

function townshipReports(subjects: readonly Subject[], random: () => number): Report[] {
  const townships = [...new Set(subjects.map(({ township }) => township))]
  return townships.map((reporter, at) => {
    const own = subjects.slice(at * VILLAGES, (at + 1) * VILLAGES)
    const ranks = own.map((_, place) => place + 1).sort(() => random() - 0.5)
    const entries = own.map(({ code }, place) => ({ subject: code, value: ranks[place] ?? 1 }))
    return { source: 'township', reporter, entries }
  })
}

function inspectionReports(subjects: readonly Subject[], random: () => number): Report[] {
  const share = Math.ceil(subjects.length / 11)
  return Array.from({ length: 11 }, (_, group) => ({
    source: 'inspection',
    reporter: `group-${group}`,
    entries: subjects
      .slice(group * share, (group + 1) * share)
      .map(({ code }) => ({ subject: code, value: 60 + Math.floor(random() * 400) / 10 })),
  }))
}

/** The same numbers on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
