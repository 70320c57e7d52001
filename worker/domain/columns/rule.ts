import type { ColumnRule } from '../../../schema/api/columns.ts'

/** What holds until a county chooses: no public pages, and a week for what has been rectified. */
export const usualColumns: ColumnRule = { public: false, rectifiedDays: 7 }

/** Paragraphs of a text: lines with something on them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
