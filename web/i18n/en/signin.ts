import type { English } from '../catalogue.ts'
import type { signin as zh } from '../zh/signin.ts'

export const signin: English<typeof zh> = {
  title: 'Sign in',
  submit: 'Sign in',
  sending: 'Signing in …',
  forgot: 'Forgot your password? Ask an administrator of your county office for a reset link.',
  noCounty: 'Is your county not here yet?',
  signUp: 'Sign up a county',
  returning: 'After signing in you return to the page you came from.',
  second: 'Second factor',
  secondLead: 'The password is right. Enter the six digits that your authenticator app shows now.',
  code: 'Code',
  codeHint: 'No phone at hand? Enter a recovery code; each works once.',
  again: 'Use another login',
  lostPhone:
    'Neither phone nor recovery codes? Another administrator of your county can reset your second factor; if you work in several counties, the platform’s can.',
}
