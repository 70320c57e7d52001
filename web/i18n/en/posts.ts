import type { English } from '../catalogue.ts'
import type { posts as zh } from '../zh/posts.ts'

export const posts: English<typeof zh> = {
  title: 'Post holders',
  hint: 'Who is responsible for which village or township, from when to when. Interviews name those who held the post at the time, so a successor is a new entry.',
  add: 'Add one',
  import: 'Upload a sheet',
  area: 'Township, village',
  post: 'Post',
  holder: 'Name',
  from: 'From',
  to: 'Until',
  untilNow: 'now',
  actions: 'Actions',
  edit: 'Edit',
  editTitle: '{post}: {holder}',
  endHint: 'Give the last day for somebody who has left; a misspelt name may be corrected.',
  search: 'Find a post holder',
  township: 'Township',
  allTownships: 'All townships',
  emptyTitle: 'No post holders yet',
  emptyHint:
    'Download the template with the villages filled in, add names and upload it; or upload a sheet you have (a row a village, or a row a person).',
  noMatchTitle: 'No post holder matches',
  noMatchHint: 'Try another name, village or pinyin initials.',
  template: 'Download template',
  templateName: 'post-holders',
  importTitle: 'Upload post holders',
  importHint:
    '.xlsx or .csv. It is checked first and saved only when every row is right; where a village is unclear you choose it here.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  apply: 'Import {n}',
  didImport: '{n} imported.',
  didAdd: '{holder} is added.',
  sheetSaid: 'Village in the sheet',
}
