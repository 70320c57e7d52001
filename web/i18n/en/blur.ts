import type { English } from '../catalogue.ts'
import type { blur as zh } from '../zh/blur.ts'

export const blur: English<typeof zh> = {
  title: 'Blur the photo',
  hint: 'Drag boxes over faces and number plates, or paint over them. It cannot be undone later, and the public sees only the blurred photo.',
  picture: 'The photo, as it will look once blurred',
  tool: 'How to mark',
  rectangle: 'Box',
  brush: 'Brush',
  add: 'Add a box',
  undo: 'Undo one',
  clear: 'Clear all',
  save: 'Use the blurred photo',
  none: 'Nothing is marked yet.',
  marked: '{n} {n|place|places} marked.',
  region: 'Blurred region {n}',
  where: 'left {x}, top {y}, width {w}, height {h} pixels',
  keys: 'Arrows move it, Shift and arrows change its size, Delete removes it',
  unreadable: 'The browser cannot read this photo. Choose a JPEG instead.',
}
