import type { English } from '../catalogue.ts'
import type { sheets as zh } from '../zh/sheets.ts'

export const sheets: English<typeof zh> = {
  unknown: 'No village is called “{name}”',
  ambiguous: 'More than one is called “{name}”',
  outside_scope: '“{name}” is not among those reported on',
  wrong_township: '“{name}” is not in the township beside it',
  unknown_band: 'A colour in the row of “{name}” is not known',
  duplicate: '“{name}” stands more than once',
  name_missing: 'There is no name',
  badValue: 'The value of “{name}” is not right',
}
