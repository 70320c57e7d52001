import type { English } from '../catalogue.ts'
import type { platform as zh } from '../zh/platform.ts'

export const platform: English<typeof zh> = {
  section: 'Platform',
  title: 'Counties',
  hint: 'Those on trial come first. An approved county is reached by its division code and may make boards public; nothing inside a county is visible here.',
  toCounty: 'Back to the county',
  search: 'Find a county',
  county: 'County',
  code: 'Code',
  office: 'Office',
  villages: 'Villages',
  signedUp: 'Signed up',
  status: 'Status',
  trial: 'On trial',
  approvedAt: 'Approved {at}',
  shard: 'Shard',
  actions: 'Actions',
  approve: 'Approve',
  approveOf: 'Approve {name}',
  approveAsk: 'Approve {name}?',
  approveSay:
    '{place} ({code}), {office}. First make sure by a public telephone number that this is the county’s own office. Approval cannot be taken back, and no other trial of the same code can be approved afterwards.',
  didApprove: '{name} is approved.',
  emptyTitle: 'No counties yet',
  emptyHint: 'Counties that sign up are listed here and wait for your approval.',
  noMatchTitle: 'No county matches',
  noMatchHint: 'Try another name, code or pinyin initials.',
}
