import type { English } from '../catalogue.ts'
import type { fieldSession as zh } from '../zh/field-session.ts'

export const fieldSession: English<typeof zh> = {
  title: 'Xiangbang in the field',
  lead: 'Visits, issues and photos are kept on the phone and sent by themselves when there is signal.',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  needsSignal: 'The first sign-in needs a network; after that the app works without signal.',
  kept: 'What others have not finished sending from this phone is still here; only they see it, once they sign in.',
  chooseCounty: 'Which county do you work in?',
  noCounty: '“{name}” belongs to no county yet; please ask an administrator of your county office.',
  other: 'Sign in with another account',
}
