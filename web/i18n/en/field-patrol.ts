import type { English } from '../catalogue.ts'
import type { fieldPatrol as zh } from '../zh/field-patrol.ts'

export const fieldPatrol: English<typeof zh> = {
  title: 'Patrol',
  which: 'Which grid',
  pointCount: '{n} {n|point|points}',
  noGrids: 'No grid for you to patrol',
  noGridsHint: 'Once the office or the township has set up grids, refresh and they are here.',
  noPoints: 'This grid has no points yet; write down what you saw.',
  onItsWay: 'This patrol is finished and on its way.',
  noDraft: 'There is no such patrol on this phone.',
  good: 'Good',
  bad: 'Not good',
  reportPoint: 'Report an issue at “{name}”',
  passed: 'Passed',
  passedOf: '{n} / {all}',
  note: 'Note (optional)',
  finish: 'Done',
  finished: 'Patrol kept; it is sent when there is signal',
  discard: 'Discard',
  discarded: 'Discarded',
}
