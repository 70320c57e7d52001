import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { PostImport } from '../../../schema/api/areas.ts'
import { area, post } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { endPosts, type PostRow, postsIn } from '../../data/posts.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { successions } from '../../domain/consequences/successions.ts'
import { type PostsRead, readPosts, type PostRow as SheetRow } from '../../domain/sheets/read-posts.ts'
import { readSheet } from '../../files/sheet-bytes.ts'
import { postRowMessages } from '../../problems/import-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { worded } from '../../problems/sheet-messages.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/**
 * Brings in who holds which post from a sheet; stored only where every row is clear. A row without a first day counts
 * from today; a holder who has the post already stays as noted, and whoever the sheet replaces leaves the day before.
 * Errors: sheet_…, where the file cannot be read or has no such table.
 */
export async function importPosts(
  context: CountyContext,
  { bytes, dryRun }: { bytes: Uint8Array; dryRun: boolean },
  language: Language,
): Promise<z.infer<typeof PostImport>> {
  const { db } = context
  const places = and(inArray(area.level, ['township', 'village']), eq(area.active, true))
  const areas = await db.find(area, places)
  const read = await readFile(bytes, areas)
  const applied = read.complete && !dryRun
  if (applied) await store(context, read.rows)
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  const rows = read.rows.map(
    ({ row, post, holder, area, village, township, from, to, error, suggestions }) => ({
      ...{ row, holder, name: (area && names.get(area)) ?? village ?? township ?? '' },
      ...(post && { post }),
      ...(area && { area }),
      ...(from && { startsOn: from }),
      ...(to && { endsOn: to }),
      ...(error && {
        error: { code: error.code, message: worded(postRowMessages[error.code][language], error.params) },
      }),
      ...(suggestions && { suggestions }),
    }),
  )
  return { applied, rows }
}

/** The first visible sheet that holds such a table. Errors: sheet_…. */
async function readFile(bytes: Uint8Array, areas: Parameters<typeof readPosts>[1]): Promise<PostsRead> {
  const file = await readSheet(bytes)
  if (!file.ok) throw new Problem(`sheet_${file.problem}`, { limit: file.limit ?? '' })
  const reads = file.sheets.filter(({ hidden }) => !hidden).map(({ rows }) => readPosts(rows, areas))
  const read = reads.find(({ problem }) => !problem) ?? reads[0]
  if (!read) throw new Problem('sheet_no_table')
  if (read.problem) throw new Problem(`sheet_${read.problem.code}`)
  return read
}

async function store(context: CountyContext, rows: readonly SheetRow[]): Promise<void> {
  const { db, now } = context
  const wanted = rows.flatMap(({ post, area, holder, from, to }) =>
    post && area ? [{ post, area, holder, startsOn: from ?? dayOf(now), endsOn: to ?? null }] : [],
  )
  const held: PostRow[] = await postsIn(db, [...new Set(wanted.map(({ area }) => area))])
  const { added, ended } = successions(wanted, held)
  const news = added.map((holding) => ({ id: newId(now.getTime()), ...holding }))
  await db.write(
    ...endPosts(db, ended),
    ...db.insertAll(post, news),
    record(context, 'posts.import', 'posts', { added: added.length, ended: ended.length }),
  )
}
