import { verbsEn } from '../../../worker/domain/audit/verbs.ts'
import type { English } from '../catalogue.ts'
import type { audit as zh } from '../zh/audit.ts'

export const audit: English<typeof zh> = {
  title: 'Audit',
  hint: 'Who did what, and when; only ever added to.',
  at: 'When',
  actor: 'Who',
  did: 'Action',
  target: 'On what',
  detail: 'Detail',
  system: 'System',
  only: 'Only records of this',
  onlyOf: 'Only: {name}',
  all: 'Show all',
  more: 'Show earlier ones',
  emptyTitle: 'No records yet',
  emptyHint: 'Every change from now on is recorded here.',
  ...verbsEn,
}
