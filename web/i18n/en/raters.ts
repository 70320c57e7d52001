import type { English } from '../catalogue.ts'
import type { raters as zh } from '../zh/raters.ts'

export const raters: English<typeof zh> = {
  title: 'Rater desk',
  lead: 'Every reporter beside the other sources. What stands here are questions, not findings, and no penalty follows from them.',
  board: 'Board',
  round: 'Round',
  window: 'How many rounds',
  lastRounds: 'Last {n} {n|round|rounds}',
  noBoard: 'No board yet',
  noBoardHint: 'Create one under “Boards” first.',
  noRound: 'No round yet',
  noRoundHint: 'There is something to compare once a round is open and reports are in.',
  noReports: 'No reports in this round yet',
  noReportsHint: 'Figures appear as reports come in; or choose another round.',

  questions: 'Worth asking ({n})',
  questionsLead:
    'There may be good reasons. To find out, let another group look again without being told why.',
  noQuestions: 'Nothing in this round asks for a second look.',
  askedBefore: 'Asked in {n} of the {of} rounds before, too.',
  about: 'Where another look tells most',
  why: 'Why',
  ask_severe:
    'Is it severe? Its {n} villages stand {points} places further down here than in the other sources, of 100 in the county.',
  ask_lenient:
    'Is it lenient? Its {n} villages stand {points} places further up here than in the other sources, of 100 in the county.',
  ask_tied: 'Can it tell them apart? {tied} of {of} villages have the same value.',
  ask_heaped:
    'Why do scores just pass the line? {above} villages have {from} to {to}, {below} the step below, {next} the step above.',
  ask_opposed:
    'Why does its own list run against the others? Of {pairs} pairs of villages the others see {inverted} the other way round.',
  ask_reds_moved:
    'Does its own list avoid reds? In the others’ order it would have {own} more; other townships have {moved} more because of it.',
  secondLook: 'Propose a blind re-inspection ({n} {n|village|villages})',
  secondLookTitle: 'Plan a blind re-inspection',
  secondLookHint: 'The group sees an ordinary visit: neither what was asked nor of whom.',
  byWhom: 'Which group goes',
  byWhomHint: 'A group in question does not look at itself again.',
  dueOn: 'By',
  plan: 'Plan',
  planned: '{n} {n|visit|visits} planned',

  reporter: 'Reporter',
  source: 'Source',
  villages: 'Villages',
  mean: 'Mean',
  spread: 'Spread (SD)',
  range: 'Lowest–highest',
  sameValue: 'Most with one value',
  severity: 'Severe (+), lenient (−)',
  trend: 'Over the rounds',
  trendIs: 'From the oldest: {values}',
  notCompared: 'No other source compares across the county, so severity cannot be told.',

  township: 'Township',
  townships: 'Townships’ own lists',
  townshipsLead:
    'A list compares within its township only, so it cannot lift all its villages; what it can do is avoid reds by its order.',
  agreement: 'Against the others',
  invertedOf: '{inverted} of {pairs} pairs',
  distance: 'Mean distance (places)',
  decides: 'Bands its order decides',
  ownAndOthers: '{own} own, {others} elsewhere',
  reds: 'Reds more or fewer',
  redsMoved: '{own} own, {others} elsewhere',
  againstTies: 'If all villages of the list were tied',
  againstOthers: 'If the list had the other sources’ order',

  anchors: 'Villages two groups have judged',
  anchorsLead:
    'In the last {n} rounds different groups judged the same village one after the other. Villages change, so it takes many to mean anything.',
  bothJudged: 'Judged by both',

  method: 'How these figures are worked out',
  heaping: 'Scores just above a line',
  asking: 'When a question is asked',
  methodSeverity:
    'Every source orders the county’s villages from best (0) to worst (100). A group’s severity is where its villages stand in its own source less where they stand in the others (mean by weight), on average: positive is severe, negative lenient, ± is the sampling error. Ranks within a township do not compare across townships and are left out.',
  methodAgreement:
    'Two villages that both the list and the other sources put in an order are a pair. The more pairs are the other way round, the less the list sees what the others see; the mean distance counts places of 100 in the township.',
  methodDecides:
    'The township’s list is replaced by ties and the whole board worked out again by the same rules: villages whose colour changes owe it to the list’s order, its own and others’ counted apart.',
  methodReds:
    'The township’s list is replaced by the order the other sources give and the board worked out again. A negative number is reds it has fewer, a positive one reds that others have more. Listing hopeless villages last and tying the rest pushes reds to other townships in this way.',
  methodHeaping:
    'At the floors for green and red, steps are a fortieth of the floor wide (2 points at 80). Five villages in the step above it, and three times the mean of the steps beside it, raise the question.',
  methodAsking:
    'Five villages at least; severity of ten places and twice its sampling error; three in five with one value; ten pairs of which half run the other way; an order that avoids two reds.',
}
