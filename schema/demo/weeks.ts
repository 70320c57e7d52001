import type { Report } from '../api/ranking.ts'
import { type Chance, chance } from './chance.ts'

export type DemoVillage = { id: string; township: string; households: number; tidiness: number }
/** Who reports in the demo county: the liaison group of each township, and the drone team. */
export type DemoReporters = { groupOf: (township: string) => string; drone: string }

/** Gives every village a size and a tidiness that its weekly reports scatter around. */
export function demoVillages(
  areas: readonly { id: string; parent: string | null }[],
  seed: number,
): DemoVillage[] {
  const luck = chance(seed)
  return areas.map(({ id, parent }) => ({
    id,
    township: parent ?? '',
    households: 80 + Math.floor(luck.uniform() * 520),
    tidiness: luck.normal(),
  }))
}

/** One week's reports of all three sources, the same for the same seed and week. */
export function demoReports(
  villages: readonly DemoVillage[],
  reporters: DemoReporters,
  seed: number,
  week: number,
): Report[] {
  const luck = chance(seed * 1000 + week)
  const seen = villages.map((village) => ({ ...village, now: village.tidiness + 0.35 * luck.normal() }))
  const townships = [...new Set(seen.map((village) => village.township))]
  return [
    ...townships.map((township) => ({
      source: 'township',
      reporter: township,
      entries: ranked(
        seen.filter((village) => village.township === township),
        luck,
      ),
    })),
    ...townships.map((township) => ({
      source: 'inspection',
      reporter: reporters.groupOf(township),
      entries: seen
        .filter((village) => village.township === township)
        .map(({ id, now }) => ({ subject: id, value: score(84 + 5 * now + 2 * luck.normal()) })),
    })),
    {
      source: 'drone',
      reporter: reporters.drone,
      entries: seen.map(({ id, now, households }) => ({
        subject: id,
        value: Math.max(0, Math.round((households / 100) * (2 - now) + luck.normal())),
        exposure: households,
      })),
    },
  ]
}

/** What a township says of its own villages: roughly the truth, best first. */
function ranked(villages: readonly (DemoVillage & { now: number })[], luck: Chance) {
  const opinion = villages.map(({ id, now }) => ({ id, seems: now + 0.6 * luck.normal() }))
  opinion.sort((a, b) => b.seems - a.seems || (a.id < b.id ? -1 : 1))
  return opinion.map(({ id }, i) => ({ subject: id, value: i + 1 }))
}

function score(points: number): number {
  return Math.round(Math.min(99, Math.max(60, points)) * 10) / 10
}
