import type { English } from '../catalogue.ts'
import type { members as zh } from '../zh/members.ts'

export const members: English<typeof zh> = {
  title: 'Members',
  hint: 'Who can sign in, in which role, over what. Invitations and password resets are one-time links that you hand over yourself.',
  invite: 'Invite a member',
  name: 'Name',
  login: 'Login',
  loginHint: '3–64 lower-case letters, digits or . _ - @, such as a phone number.',
  role: 'Role',
  scope: 'Scope',
  scopeHint_township: 'This role sees and handles the chosen township only.',
  scopeHint_village: 'This role sees and handles the chosen village only.',
  scopeHint_grid: 'This role handles the chosen grid or village only.',
  scopeHint_unit: 'This role reports in the name of the chosen unit or group.',
  state: 'State',
  invited: 'Invited',
  active: 'Active',
  disabled: 'Disabled',
  actions: 'Actions',
  newLink: 'New invitation',
  reset: 'Reset password',
  disable: 'Disable',
  restore: 'Restore',
  didDisable: '{name} is disabled.',
  didRestore: '{name} is restored.',
  linkTitle: 'One-time link for {name}',
  invitationOf: 'Invitation link',
  scan: 'They may also scan this with a phone.',
  message: 'A message ready to send',
  inviteMessage:
    'Hello {name}, open this link and set a password to use Xiangbang (login {login}). It works once; do not forward it. {url}',
  resetMessage:
    'Hello {name}, open this link to set a new Xiangbang password (login {login}). It works once; do not forward it. {url}',
  another: 'Invite another',
  emptyTitle: 'No other members yet',
  emptyHint:
    'Invite the townships’ reporters and the groups’ inspectors first, and they report by themselves.',
  search: 'Find a member',
  noMatchTitle: 'No member matches',
  noMatchHint: 'Try another name, its pinyin initials, or the login.',
  self: 'You',
  resetConfirm:
    'Make a reset link for {name}? Once it is used, the old password and every signed-in device stop working.',
}
