import type { English } from '../catalogue.ts'
import type { why as zh } from '../zh/why.ts'

export const why: English<typeof zh> = {
  copyLink: 'Copy the link',
  linkCopied: 'Link copied. Whoever gets it opens it with an account of their own.',
  linkByHand: 'The browser does not allow copying; please copy by hand: {link}',
  changeTitle: 'What would change the colour',
  changeLead: 'With one of these alone, everything else as it was, the colour would be another:',
  spareLead: 'If one of these alone fell so far, everything else as it was, the colour would be another:',
  changeNone: 'No single value would change the colour; several have to get better together.',
  spareNone: 'Whichever value got worse alone, the colour would stay.',
  change_rank: '{source}: place {instead} instead of {value} would have been {band}.',
  change_score: '{source}: a score of {instead} instead of {value} ({gap} {more}) would have been {band}.',
  change_count:
    '{source}: {instead} {instead|problem|problems} instead of {value} ({gap} {more}) would have been {band}.',
  more: 'more',
  fewer: 'fewer',
  onGreenInside: 'Green ends at {line}: just inside.',
  onGreenOutside: 'Green ends at {line}: the same total, but behind on the tie-breaker.',
  onRedInside: 'Red begins at {line}: just inside.',
  onRedOutside: 'Red begins at {line}: the same total, but ahead on the tie-breaker.',
  tiePassed:
    'Some of the villages with the same total have no “{source}”, so it did not decide between them.',
  guardNoValue: 'By rank it would be green, but there is no score in “{source}”, so it is yellow.',
  chart: 'Ranks over the rounds',
  chartSaid: 'Ranks over the rounds: {rounds}',
  chartRound: 'Round {no} {band} {rank}',
  chartRank: 'rank {n}',
  chartHint: 'Higher is better; a dot is green, a square yellow, a triangle red.',
  scaleHint:
    'Best on the left, worst on the right; ◆ is where the weights bring it together, the dashed lines are where green and red end.',
  greenLine: 'green',
  redLine: 'red',
}
