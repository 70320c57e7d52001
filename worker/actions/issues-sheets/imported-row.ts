import type { ImportedIssue } from '../../../schema/api/issue-sheets.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import type { IssueGround, IssueRow } from '../../domain/sheets/read-issues.ts'
import { problems } from '../../problems/catalogue.ts'
import { issueRowMessages } from '../../problems/import-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { worded } from '../../problems/sheet-messages.ts'
import type { Wanted } from '../issues/draft-issue.ts'

export type RowFault = { code: string; message: string }

/** What the county's rules have against a row, in words. Whatever is no Problem is thrown again. */
export function problemOf(error: unknown, language: Language): RowFault {
  if (!(error instanceof Problem)) throw error
  const [field] = error.fields(language)
  return { code: error.code, message: field ? field.message : problems[error.code][language][1] }
}

type Came = {
  wanted: Wanted | undefined
  known: boolean
  fault: RowFault | undefined
  named: IssueGround
  language: Language
}

/** A row as the importer sees it: what was understood, what is wrong, what may have been meant. */
export function importedRow(row: IssueRow, { wanted, known, fault, named, language }: Came): ImportedIssue {
  const { area, category, lead, error, suggestions } = row
  const body = wanted?.body
  const categoryName = named.categories.find(({ id }) => id === category)?.name
  const leadName = [...named.units, ...named.areas].find(({ id }) => id === lead)?.name
  // What the ledger has already need not be understood again.
  const told = known
    ? undefined
    : error
      ? { code: error.code, message: worded(issueRowMessages[error.code][language], error.params) }
      : fault
  return {
    ...{ row: row.row, text: row.text, name: placed(row, named) },
    ...(area !== undefined && { area }),
    ...(category !== undefined && { category }),
    ...(categoryName !== undefined && { categoryName }),
    ...(lead !== undefined && { lead }),
    ...(leadName !== undefined && { leadName }),
    ...(body?.dueAt !== undefined && { dueOn: dayOf(new Date(body.dueAt)) }),
    ...(wanted?.closedAt !== undefined && { closedOn: dayOf(new Date(wanted.closedAt)) }),
    ...(body && { source: body.source }),
    ...(known && { known }),
    ...(told && { error: told }),
    ...(!known && suggestions && { suggestions: [...suggestions] }),
  }
}

/** The village that was understood, or what the sheet says where none was. */
function placed({ area, name }: IssueRow, { areas }: IssueGround): string {
  const found = areas.find(({ id }) => id === area)
  const township = areas.find(({ id }) => id === found?.parent && found?.level === 'village')
  return found ? [township?.name, found.name].filter((part) => part !== undefined).join(' ') : name
}
