import type { ScoringSheetDetail } from '../../../schema/api/scoring-sheets.ts'
import { selectSheet, selectVersions } from '../../data/scoring-sheets.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** A sheet, by default its newest version, and which versions there are. Errors: not_found. */
export async function readSheet(
  { db }: Pick<CountyContext, 'db'>,
  id: string,
  version?: number,
): Promise<ScoringSheetDetail> {
  const [[found], versions] = await db.together(selectSheet(db, id, version), selectVersions(db, id))
  if (!found) throw new Problem('not_found')
  return {
    ...found,
    versions: versions.map(({ version: no, used, createdAt }) => ({ version: no, used, createdAt })),
  }
}
