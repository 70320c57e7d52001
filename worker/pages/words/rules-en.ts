import type { RulesWords } from './rules-zh.ts'

const named = (day: string) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`

export const rulesEn: RulesWords = {
  title: 'How the ranks come about',
  lead: (county) =>
    `Every public board of ${county} follows the rules below. They are the same for all villages and set beforehand; a change counts for later rounds only.`,
  steps: [
    'Reports: each source reports before the round closes, and the system merges them by the rules below.',
    'After that the villages see the draft. Villages and townships may object, and the county rules on it.',
    'Every published round is sealed with all its reports under a fingerprint (SHA-256). It is corrected only by a further version, marked “corrected”.',
    'Interviews and the like are proposed by the system; people decide on them.',
  ],
  when: 'When',
  cadence: (cadence) =>
    cadence.every === 'day'
      ? `A round a day, closing at ${cadence.closesAt}.`
      : cadence.every === 'week'
        ? `A round a week, closing on ${named(cadence.closesOn)} at ${cadence.closesAt}.`
        : `A round a month, closing on day ${cadence.closesOn} at ${cadence.closesAt} (or the month’s last day).`,
  sources: 'What is looked at',
  sourceColumns: { source: 'Source', how: 'How it compares', weight: 'Weight' },
  kind: {
    rank: 'ranks, 1 is best',
    score: 'scores, higher is better',
    count: 'problems counted, fewer is better',
  },
  scope: {
    county: 'compared in the whole county',
    township: 'compared within the township',
    rater: 'compared among villages judged by the same group',
  },
  derived: {
    inspections: 'the mean score of the round’s inspections',
    rectifiedOnTime: 'the share of issues due in the round that were rectified in time',
    openOverdue: 'the issues overdue at the end of the round',
  },
  exposed: 'in relation to the households or area covered',
  required: 'must be complete',
  onlyTies: 'only splits ties',
  merge: 'How they are merged',
  method: {
    percentile:
      'The place in each source becomes a position between best and worst; positions are averaged by weight, so that lists of different length compare.',
    rank_sum: 'The ranks of all sources are added by weight; the smallest sum is first.',
  },
  minSources: (n) =>
    `A village needs figures of at least ${n} ${n === 1 ? 'source' : 'sources'}; otherwise it has no rank and no colour this round.`,
  tie: (sources) =>
    `Where the result is equal, ${sources} decides; where that is equal too, the rank is shared.`,
  noTie: 'Villages with the same result share a rank.',
  quoted: (source) => `“${source}”`,
  bands: 'How colours are given',
  greenTop: (n) => `The first ${n} are green.`,
  greenPercent: (n) => `The first ${n}% are green.`,
  redBottom: (n) => `The last ${n} are red.`,
  redPercent: (n) => `The last ${n}% are red.`,
  otherwise: 'All others are yellow. A tie is never split: villages that share a rank share the colour.',
  greenAtLeast: (source, n) => `Green also needs “${source}” to reach ${n}; otherwise it is yellow.`,
  redBelow: (source, n) => `A village whose “${source}” reaches ${n} is not red but yellow.`,
  consequences: 'What follows',
  noConsequences: 'This board only ranks; no interviews or the like follow from it.',
  consequence: (when, what, whom, days) =>
    `${when}: ${what}${whom}${days > 0 ? `, within ${days} ${days === 1 ? 'day' : 'days'}` : ''}.`,
  whom: (posts) => ` with ${posts}`,
  inBand: (band, streak) => (streak > 1 ? `${band} ${streak} rounds running` : band),
  kindOf: { reminder: 'reminder', notice: 'notice', interview: 'interview', commend: 'praise' },
  post: {
    village_lead: 'the township leader in charge of the village',
    deputy_lead: 'the township’s deputy leader in charge',
    top_lead: 'the township’s top leaders',
    village_head: 'the village head',
    first_secretary: 'the first secretary in the village',
    village_cadre: 'the cadre attached to the village',
    helping_department: 'the county department that helps it',
  },
  shownHere: 'How much of it is public',
  shows: {
    bands: 'This board shows colours, but neither ranks nor scores.',
    ranks: 'This board shows colours and ranks, but no scores.',
    scores: 'This board shows colours, ranks and scores.',
    explanations: 'This board shows colours, ranks and scores, and each village’s page says why.',
  },
}
