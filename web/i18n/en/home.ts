import type { English } from '../catalogue.ts'
import type { home as zh } from '../zh/home.ts'

export const home: English<typeof zh> = {
  title: 'Weekly village rankings for counties',
  lead: 'Township reports, inspections and drone patrols become one board in green, yellow and red, and every village can see why it stands where it stands.',
  signUp: 'Sign up a county',
  signIn: 'Sign in',
  doesTitle: 'What it does',
  does1:
    'Opens and closes each week’s round by itself, shows who has not reported, takes pasted or uploaded tables.',
  does2:
    'Every rank has its reasons: position in each source, weights and cut-offs; objections are heard before publication.',
  does3:
    'Red twice running leads to an interview, with its record and commitments; corrections are new revisions, old ones stay readable.',
  does4: 'One county, one database; the county decides what is public.',
  demoTitle: 'Have a look first',
  demo: 'The demo county’s public board',
  demoHint: 'The demo county is fictional; its villages and figures belong to no real place.',
  api: 'API reference',
}
