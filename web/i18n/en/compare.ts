import type { English } from '../catalogue.ts'
import type { compare as zh } from '../zh/compare.ts'

export const compare: English<typeof zh> = {
  title: 'Two rounds compared',
  back: 'Back to this round’s standings',
  earlier: 'Before',
  later: 'Now',
  alone: 'There is no other round to compare with yet',
  aloneHint: 'Once the next round has standings, this shows who rose, who fell and who changed colour.',
  hidden: 'The standings of one of these rounds are not open to you yet',
  hiddenHint:
    'Townships and villages see the draft once a round has closed, every member once it is published. Choose another round.',
  changed: 'Only those that changed colour',
  summary: '{n} {n|village|villages} changed colour',
  summaryNone: 'No village changed colour',
  turn: '{from} → {to}',
  turnCount: '{n}',
  shown: '{n} {n|village|villages}',
  search: 'Find a village',
  rankEarlier: 'Rank, {round}',
  bandEarlier: 'Colour, {round}',
  moved: 'Moved',
  newcomer: 'no rank before',
  gone: 'no rank now',
  why: 'Why',
  download: 'Download what is shown',
  nobody: 'No village fits',
  nobodyHint: 'No village here changed colour between the two rounds; show all to see every one.',
}
