import type { ImportedIssue, IssueImport } from '../../../schema/api/issue-sheets.ts'
import type { IssueSource } from '../../../schema/api/issues.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { selectNamed, selectNumbered } from '../../data/issue-sheets.ts'
import { sha256 } from '../../data/sha256.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import {
  type IssueGround,
  type IssueRow,
  type IssuesRead,
  type Picks,
  readIssues,
} from '../../domain/sheets/read-issues.ts'
import { readSheet } from '../../files/sheet-bytes.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { type Draft, draftIssue, type Wanted } from '../issues/draft-issue.ts'
import { type Ground, readGround } from '../issues/ground.ts'
import { raisingStatements } from '../issues/issue-statements.ts'
import { dueBy } from '../nudge.ts'
import { importedRow, problemOf, type RowFault } from './imported-row.ts'
import { idsOf, wantedOf } from './wanted-of.ts'

export type Upload = {
  bytes: Uint8Array<ArrayBuffer>
  picks: Picks
  dryRun: boolean
  category?: string | undefined
  source?: IssueSource | undefined
}

/** As many as one batch carries at ease. */
const most = 2000

/**
 * Brings in an issue ledger or a superior's feedback list; stored only where every row is clear, and then all of it.
 * What the county's ledger has already, brought in before or exported from here, is left as it is. Errors: sheet_…
 */
export async function importIssues(
  context: CountyContext,
  upload: Upload,
  language: Language,
): Promise<IssueImport> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await importOnce(context, upload, language)
    } catch (error) {
      // The same sheet, sent twice at once, was quicker: looked at again, its rows are known.
      if (!(error instanceof NotAsRead)) throw error
      if (attempt === 3) throw new Problem('conflict')
    }
  }
}

async function importOnce(context: CountyContext, upload: Upload, language: Language): Promise<IssueImport> {
  const { db, now, member } = context
  const [areas, units, categories] = await db.together(...selectNamed(db))
  const fallback = upload.category === undefined ? {} : { fallback: upload.category }
  const named: IssueGround = { areas, units, categories, ...fallback, today: dayOf(now) }
  const read = await readFile(upload, named)
  const ref = `sheet-${(await sha256(upload.bytes)).slice(0, 16)}`
  const sheet = { ref, source: upload.source ?? read.source ?? 'inspection', now }
  const ids = await idsOf(read.rows)
  const wanted = read.rows.map((row, at) => (row.error ? undefined : wantedOf(row, ids[at] ?? '', sheet)))
  const { ground, known } = await groundOf(context, read.rows, ids, wanted)

  const drafts: Draft[] = []
  const faults = read.rows.map((_, at): RowFault | undefined => {
    const one = wanted[at]
    if (!one || known[at]) return undefined
    try {
      drafts.push(draftIssue(member, now, ground, one))
      return undefined
    } catch (error) {
      return problemOf(error, language)
    }
  })
  const rows = read.rows.map(
    (row, at): ImportedIssue =>
      importedRow(row, { wanted: wanted[at], known: known[at] ?? false, fault: faults[at], named, language }),
  )
  const clear = read.rows.length > 0 && rows.every(({ error }) => !error)
  const applied = clear && !upload.dryRun
  if (applied && drafts.length > 0) await store(context, ground, drafts, ref)
  return { applied, added: clear ? drafts.length : 0, rows }
}

/** The first visible sheet that holds such a table. Errors: sheet_…. */
async function readFile({ bytes, picks }: Upload, named: IssueGround): Promise<IssuesRead> {
  const file = await readSheet(bytes)
  if (!file.ok) throw new Problem(`sheet_${file.problem}`, { limit: file.limit ?? '' })
  const visible = file.sheets.filter(({ hidden }) => !hidden)
  const reads = visible.map(({ rows }) => readIssues(rows, named, picks))
  const read = reads.find(({ problem }) => !problem) ?? reads[0]
  if (!read || read.problem?.code === 'no_table') throw new Problem('sheet_no_issues')
  if (read.problem) throw new Problem(`sheet_${read.problem.code}`)
  if (read.rows.length > most) throw new Problem('sheet_too_many_rows', { limit: most })
  return read
}

/** What the rows rest on, and which of them the ledger has: by the same words, or by number and words. */
async function groundOf(
  { db }: CountyContext,
  rows: readonly IssueRow[],
  ids: readonly string[],
  wanted: readonly (Wanted | undefined)[],
): Promise<{ ground: Ground; known: boolean[] }> {
  const bodies = wanted.flatMap((one) => (one ? [one.body] : []))
  const ground = await readGround(db, {
    issues: ids,
    categories: bodies.map(({ category }) => category),
    areas: bodies.map(({ area }) => area),
    workers: bodies.flatMap(({ lead, assisting }) => [
      ...(lead === undefined ? [] : [lead]),
      ...(assisting ?? []),
    ]),
    inspections: [],
  })
  const [numbered] = await db.together(
    selectNumbered(
      db,
      rows.flatMap(({ no }) => no ?? []),
    ),
  )
  const byNo = new Map(numbered.map((row) => [row.no, row]))
  const known = rows.map(({ no, area, text }, at) => {
    const same = no === undefined ? undefined : byNo.get(no)
    const kept = same?.text.trim() === text && (area === undefined || area === same.area)
    return kept || ground.existing.has(ids[at] ?? '')
  })
  return { ground, known }
}

async function store(
  context: CountyContext,
  ground: Ground,
  drafts: readonly Draft[],
  ref: string,
): Promise<void> {
  const { db } = context
  const { statements, nextAt } = await raisingStatements(context, ground, drafts)
  if (nextAt !== null) await dueBy(context, nextAt)
  await db.write(...statements, record(context, 'issue.import', ref, { added: drafts.length }))
}
