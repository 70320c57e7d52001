import type { English } from '../catalogue.ts'
import type { shell as zh } from '../zh/shell.ts'

export const shell: English<typeof zh> = {
  brand: 'Xiangbang',
  skip: 'Skip to content',
  menu: 'Menu',
  navigation: 'Main navigation',
  counties: 'Switch county',
  account: 'Account: {name}',
  platform: 'Platform',
  myAccount: 'My account',
  signOut: 'Sign out',
  otherLanguage: '中文',
  offline: 'No connection, trying again. What you see may not be the latest.',
  trial: 'On trial: once the platform approves it, the county is reached by its code and may publish boards.',
  loading: 'Loading …',
  notFoundTitle: 'No such page',
  notFoundHint: 'The address may be mistyped, or this is not visible to you.',
  toCockpit: 'Back to the cockpit',
  noCountyTitle: 'You are not a member of any county yet',
  noCountyHint: 'Ask an administrator of your county office for an invitation, or sign up a county.',
  signUp: 'Sign up a county',
  demo: 'Demo',
  notices: 'Notices',
  unreadNotices: 'Notices, {n} unread',
  groupWork: 'Work',
  groupSetup: 'Setup',
  suspended:
    'The platform has suspended this county: it can be read but not changed, and its public pages are closed. Ask the platform’s administrators.',
}
