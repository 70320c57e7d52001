import { areaProblems } from './areas.ts'
import { boardProblems } from './boards.ts'
import { bulletinProblems } from './bulletins.ts'
import { columnProblems } from './columns.ts'
import { commonProblems } from './common.ts'
import { consequenceProblems } from './consequences.ts'
import { identityProblems } from './identity.ts'
import { inspectionProblems } from './inspections.ts'
import { issueProblems } from './issues.ts'
import { objectionProblems } from './objections.ts'
import { outreachProblems } from './outreach.ts'
import { photoProblems } from './photos.ts'
import { platformProblems } from './platform.ts'
import { postProblems } from './posts.ts'
import { privacyProblems } from './privacy.ts'
import { publicationProblems } from './publication.ts'
import { roundProblems } from './rounds.ts'
import { sheetProblems } from './sheets.ts'
import { webhookProblems } from './webhooks.ts'

/** Every problem the service answers with: status, then title and detail in both languages. */
export const problems = {
  ...commonProblems,
  ...identityProblems,
  ...areaProblems,
  ...boardProblems,
  ...bulletinProblems,
  ...roundProblems,
  ...publicationProblems,
  ...objectionProblems,
  ...issueProblems,
  ...inspectionProblems,
  ...consequenceProblems,
  ...outreachProblems,
  ...photoProblems,
  ...columnProblems,
  ...platformProblems,
  ...postProblems,
  ...privacyProblems,
  ...sheetProblems,
  ...webhookProblems,
} as const

export type ProblemCode = keyof typeof problems
