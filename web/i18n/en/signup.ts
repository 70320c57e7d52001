import type { English } from '../catalogue.ts'
import type { signup as zh } from '../zh/signup.ts'

export const signup: English<typeof zh> = {
  title: 'Sign up a county',
  lead: 'Choose your county and its townships and villages are in place; two minutes later you can set up a first board.',
  countyStep: '1. Choose the county',
  search: 'Search by name',
  searchHint: 'Type a county’s Chinese name, or choose level by level below.',
  noMatch: 'Nothing found for “{q}”. Check the name, or choose level by level below.',
  province: 'Province',
  city: 'City or prefecture',
  county: 'County',
  choose: 'Choose',
  found: '{name}: {townships} {townships|township|townships}, {villages} {villages|village|villages}',
  foundHint: 'Names come from the national statistical codes; you can add, rename or retire them afterwards.',
  villages: '{n} {n|village|villages}',
  officeStep: '2. Office and administrator',
  office: 'Name of the office',
  officeHint: 'For example: Office for the rural living environment',
  name: 'Your name',
  loginHint:
    '3–64 lower-case letters, digits or . _ - @, beginning with a letter or digit; you sign in with it.',
  submit: 'Sign up',
  sending: 'Signing up …',
  chooseCounty: 'Choose a county first.',
  haveAccount: 'Already have an account?',
  signIn: 'Sign in',
}
