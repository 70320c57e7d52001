import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Objection } from '../../../schema/api/consequences.ts'
import type { ObjectionRow } from '../../data/objections.ts'
import { photosOf } from '../../data/photos.ts'
import type { CountyContext } from '../context.ts'

type Viewer = Pick<CountyContext, 'db' | 'member'>

/** Objections as the API shows them to a member, by the subjects' names and with the photos filed with them. */
export async function objectionsShown(
  { db, member }: Viewer,
  rows: readonly ObjectionRow[],
  nameOf: (subject: string) => string,
): Promise<Objection[]> {
  const photos = await photosOf(
    db,
    'objection',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, round, subject, text, state, filedAt, reason, amendments, ruledAt } = row
    const shown = {
      id,
      round,
      subject,
      name: nameOf(subject),
      text,
      state,
      filedAt,
      reason,
      amendments,
      ruledAt,
    }
    return { ...shown, mine: row.filedBy === member.id, photos: photos.get(id) ?? [] }
  })
}

/** One objection, by the name on its round's roster. */
export async function objectionShown(
  viewer: Viewer,
  row: ObjectionRow,
  roster: readonly RosterEntry[],
): Promise<Objection> {
  const [shown] = await objectionsShown(viewer, [row], named(roster))
  if (!shown) throw new Error(`objection ${row.id} is not shown`)
  return shown
}

/** The names of a round's roster; a subject that has left it goes by its id. */
export function named(roster: readonly RosterEntry[]): (subject: string) => string {
  const names = new Map(roster.map(({ id, name }) => [id, name]))
  return (subject) => names.get(subject) ?? subject
}
