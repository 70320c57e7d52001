import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import type { OwnedBulletin } from '../../data/bulletins.ts'
import { picturesIn, picturesOf } from '../../domain/bulletins/content.ts'
import { chatText } from '../../domain/bulletins/plain-text.ts'
import { dayInWords } from '../../domain/bulletins/words.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { writeXlsx } from '../../files/sheets/write.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { mayWrite } from './bulletin-view.ts'
import { paperPictures } from './paper-pictures.ts'
import { requireBulletin, valuesOf } from './read-bulletins.ts'

export type File = { name: string; bytes: Uint8Array }

/**
 * A bulletin as a paper to print, laid out as official papers are; a draft bears today's date. Errors: not_found,
 * bulletin_withdrawn.
 */
export async function bulletinDocx(context: CountyContext, id: string): Promise<File> {
  const row = await requireTold(context, id)
  const data = await valuesOf(context, row)
  const shown = [...picturesIn(row.content).map(({ photo }) => photo), ...picturesOf(data)]
  const pictures = await paperPictures(context, shown)
  // A large library, which only whoever wants a paper waits for.
  const { writeDocx } = await import('../../files/bulletins/write-docx.ts')
  const { title, issuer, number, content } = row
  const day = dayInWords(dayOf(row.issuedAt === null ? context.now : new Date(row.issuedAt)))
  const attachments = tablesOf(data).map(({ caption }) => caption)
  const paper = { title, issuer, number, content, data, day, pictures, attachments }
  return { name: title, bytes: await writeDocx(paper) }
}

/** Each table of a bulletin's data as a worksheet. Errors: not_found, bulletin_withdrawn, bulletin_no_tables. */
export async function bulletinAnnex(context: CountyContext, id: string): Promise<File> {
  const row = await requireTold(context, id)
  const tables = tablesOf(await valuesOf(context, row))
  if (tables.length === 0) throw new Problem('bulletin_no_tables')
  const bytes = await writeXlsx(
    tables.map(({ caption, columns, rows }) => ({
      ...{ name: caption, title: caption, note: row.title, header: columns.map(({ label }) => label) },
      widths: columns.map(({ label }, at) => widthOf([label, ...rows.map((cells) => cells[at] ?? '')])),
      rows: rows.map((cells) => columns.map(({ numeric }, at) => cellOf(cells[at] ?? '', numeric))),
    })),
  )
  return { name: `${row.title}数据`, bytes }
}

/** A bulletin as text to paste into a chat group. Errors: not_found, bulletin_withdrawn. */
export async function bulletinChat(context: CountyContext, id: string): Promise<{ text: string }> {
  const row = await requireTold(context, id)
  const { county } = context
  const { title, number } = row
  const about = { county: county.name, title, number, link: linkTo(context, row) }
  return { text: chatText(about, row.content, await valuesOf(context, row)) }
}

/** Where readers find it: the county's site where it is public, the console where it is for members; nowhere yet. */
function linkTo({ county, origin }: CountyContext, { id, state, visibility }: OwnedBulletin): string | null {
  if (state !== 'issued') return null
  const open = visibility === 'public' && county.status === 'approved'
  return `${origin}${open ? `/c/${county.code}` : `/console/${county.id}`}/bulletins/${id}`
}

/** What may still be handed on: a withdrawn bulletin only by those who write them. */
async function requireTold(context: CountyContext, id: string): Promise<OwnedBulletin> {
  const row = await requireBulletin(context, id)
  if (row.state === 'withdrawn' && !mayWrite(context.member, row))
    throw new Problem('bulletin_withdrawn', { reason: row.withdrawnFor ?? '' })
  return row
}

function tablesOf(data: Record<string, DataValue>) {
  return Object.values(data).filter((value) => value.form === 'table')
}

function cellOf(text: string, numeric: boolean): string | number {
  return numeric && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** In characters of the sheet: Chinese ones count twice. */
function widthOf(texts: readonly string[]): number {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u00ff' ? 2 : 1), 2)
  return Math.min(50, Math.max(8, ...texts.map(width)))
}
