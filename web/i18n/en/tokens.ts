import type { English } from '../catalogue.ts'
import type { tokens as zh } from '../zh/tokens.ts'

export const tokens: English<typeof zh> = {
  title: 'API tokens',
  hint: 'For other systems that read or report through the API. A token has a role, a scope and an end, and can be revoked at any time.',
  docs: 'API reference',
  add: 'New token',
  name: 'Purpose',
  nameHint: 'Say which system uses it, such as: county data platform.',
  role: 'Role',
  scope: 'Scope',
  days: 'Valid for days',
  created: 'Created',
  expires: 'Expires',
  state: 'State',
  valid: 'Valid',
  expired: 'Expired',
  revoked: 'Revoked',
  actions: 'Actions',
  revoke: 'Revoke',
  revokeConfirm: 'Revoke “{name}”? Systems that use it are cut off at once; this cannot be undone.',
  secret: 'New token: {name}',
  secretLabel: 'Token',
  emptyTitle: 'No API tokens yet',
  emptyHint: 'Make one when another system needs to connect.',
}
