import type { English } from '../catalogue.ts'
import type { fieldScan as zh } from '../zh/field-scan.ts'

export const fieldScan: English<typeof zh> = {
  title: 'Scan',
  hint: 'Point at the code of the village or grid.',
  fromPicture: 'Choose a picture of a code',
  byName: 'Or find it by name',
  noCamera: 'The camera cannot be opened: choose a picture of a code, or find it by name.',
  noCode: 'No code can be seen in this picture.',
  foreignCode: 'This is not one of our codes.',
  unknownCode: 'This code has been revoked, or is another county’s',
  cannotAsk: 'No signal, and this code is not on this phone',
  looking: 'Looking it up…',
  again: 'Scan again',
}
