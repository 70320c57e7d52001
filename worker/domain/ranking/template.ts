import type { Policy } from '../../../schema/api/ranking.ts'

/**
 * The three-colour village board (三色榜) as shipped. Liaison groups judge only their own villages, so inspection
 * compares within the group; drone problems count per household or hectare covered.
 * Red: interview the leader in charge of the village and the village head; twice running: the township's leaders.
 */
export const threeColourTemplate: Policy = {
  sources: [
    { key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true },
    { key: 'inspection', kind: 'score', scope: 'rater', weight: 2 },
    { key: 'drone', kind: 'count', scope: 'county', weight: 2, exposed: true },
  ],
  method: 'percentile',
  minSources: 2,
  tieBreakers: ['inspection'],
  bands: { green: { top: 30 }, red: { bottom: 30 } },
  consequences: [
    {
      band: 'red',
      streakAtLeast: 1,
      kind: 'interview',
      targets: ['village_lead', 'village_head'],
      dueInDays: 3,
    },
    {
      band: 'red',
      streakAtLeast: 2,
      kind: 'interview',
      targets: ['deputy_lead', 'top_lead'],
      groupBy: 'township',
      dueInDays: 3,
    },
  ],
}
