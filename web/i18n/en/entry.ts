import type { English } from '../catalogue.ts'
import type { entry as zh } from '../zh/entry.ts'

export const entry: English<typeof zh> = {
  form: 'Report form',
  grid: 'One by one',
  view: 'How to fill in',
  fields: 'Type',
  order: 'Put in order',
  noneFound: 'Nothing found',
  noneFoundHint: 'Try another name or pinyin initials.',
  pasted: '{n} {n|village|villages} filled in',

  orderHint:
    'Drag by the handle on the left, or focus a handle and press Alt+↑ or Alt+↓. Ranks follow from the order.',
  handle: '{name}, place {place} of {of}. Alt and the arrow keys move it',
  movedTo: '{name} moved to place {place} of {of}',
  tie: 'Tie',
  tieOf: 'Tie {name} with the one before',
  takeOut: 'Take {name} out of the order',
  notPlaced: '{n} not in order yet',
  notPlacedHint: 'Beginning with the best, tap one name after the other to put it behind the last.',
  placed: '{name} put at place {place}',
  placeAll: 'Put all the others behind in this order',
  allPlaced: '{n} {n|village|villages} put behind',

  template: 'Download a blank sheet',
  lastExposures: 'Exposures of last round',
  exposuresFilled: 'Exposures of {n} {n|village|villages} filled in',
  noExposures: 'The last round has none to take over, or all are filled in',
  undo: 'Undo',
  undoKeys: 'Ctrl+Z',
  undone: 'One step undone',
  redone: 'One step redone',
  clear: 'Clear all',

  warnings: 'Worth a look before sending',
  repeated: '{n} {n|village shares|villages share} a rank with another:',
  skipped: 'Ranks left out before {n} {n|village|villages}:',
  missing: '{n} {n|village has|villages have} no value yet:',
  tied: '{n} villages have one value, which does not tell them apart:',
  heaped: '{n} villages have a score just above {cut}:',
  andOthers: 'and others',
  wrong: '{n} {n|field is|fields are} not right',
  notKept: 'This device cannot keep drafts: send the report as soon as it is filled in',

  newer: 'Somebody has reported since you began',
  newerAt: 'Another report came in at {at}',
  newerHint:
    'What you are filling in has not been sent. Look at that report, then take it or replace it with yours.',
  takeNewer: 'Take that report',
  goOn: 'Go on with mine',
  leaveTitle: 'Not reported yet',
  leaveKept: 'What you filled in is kept on this device. Come back and send it before it closes at {at}.',
  leaveLost: 'This device cannot keep drafts: what you filled in will be lost (closes at {at}).',
  stay: 'Stay',
  leave: 'Leave',

  derived: 'This source fills itself; there is nothing to report',
  derived_inspections: 'The mean score of this round’s inspections, up to date as they come in.',
  derived_rectifiedOnTime: 'From the issue ledger: the share of issues rectified on time.',
  derived_openOverdue: 'From the issue ledger: issues overdue and still open.',
}
