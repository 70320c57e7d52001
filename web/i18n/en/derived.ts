import type { English } from '../catalogue.ts'
import type { derived as zh } from '../zh/derived.ts'

export const derived: English<typeof zh> = {
  from_inspections: 'Follows from inspections by itself; nothing is typed.',
  from_rectifiedOnTime:
    'Follows from the issue ledger: the share of issues due in the round that were fixed in time.',
  from_openOverdue: 'Follows from the issue ledger: issues overdue at the end of the round.',
  inspections:
    '{n} {n|inspection|inspections} taken up; {subjects} {subjects|subject has|subjects have} a score.',
  subjects: '{subjects} {subjects|subject has|subjects have} a value.',
  late: '{n} {n|inspection|inspections} came in after closing and {n|was|were} not counted.',
  see: 'See the inspections',
  behind: 'The score comes from these inspections',
  scored: '{day}: {score}',
  lateOne: 'came in after closing, not counted',
}
