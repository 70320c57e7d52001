import type { IssueFilter } from '../queries.ts'

/** Where the spreadsheet of what is filtered is fetched. */
export function sheetAddress(county: string, filter: IssueFilter): string {
  const query = new URLSearchParams(filter as Record<string, string>)
  return `/api/v1/counties/${county}/issues/sheet${query.size === 0 ? '' : `?${query}`}`
}
