import type { English } from '../catalogue.ts'
import type { sections as zh } from '../zh/sections.ts'

export const sections: English<typeof zh> = {
  cockpit: 'Cockpit',
  boards: 'Boards',
  rounds: 'Rounds',
  objections: 'Objections',
  interviews: 'Interviews',
  issues: 'Issue ledger',
  complaints: 'From the public',
  inspections: 'Inspections',
  grids: 'Grids and field work',
  outreach: 'Outreach',
  meetings: 'Meetings',
  bulletins: 'Bulletins',
  columns: 'Columns',
  raters: 'Rater desk',
  setup: 'County setup',
  areas: 'Areas',
  units: 'Units and groups',
  posts: 'Post holders',
  sheets: 'Scoring sheets',
  catalogue: 'Ledger setup',
  members: 'Members',
  tokens: 'API tokens',
  audit: 'Audit',
  privacy: 'Personal data',
}
