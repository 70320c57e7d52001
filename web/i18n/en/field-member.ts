import type { English } from '../catalogue.ts'
import type { fieldMember as zh } from '../zh/field-member.ts'

export const fieldMember: English<typeof zh> = {
  title: 'Me',
  otherCounties: 'Another county',
  program: 'The app',
  opensOffline: 'Opens without signal too.',
  keepOpen: 'This browser cannot open it offline: do not close the page while there is no signal.',
  reload: 'Update to the new version',
  noTracking: 'No check-ins, no tracking, no statistics of use.',
  signOut: 'Sign out',
  unsentLeft:
    '{n} {n|record has|records have} not reached the county yet. They stay on this phone and are sent when you sign in again; nobody else sees them.',
  stay: 'Stay',
  signOutAnyway: 'Sign out anyway',
  signInAgain: 'Your session has ended',
  signIn: 'Sign in',
}
