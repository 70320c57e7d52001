import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Objection } from '../../../schema/api/consequences.ts'
import type { ObjectionRow } from '../../data/objections.ts'
import { byTarget, type PhotoOf, selectPhotosOf } from '../../data/photos.ts'
import type { Member } from '../../domain/access/can.ts'
import type { CountyContext } from '../context.ts'

type Viewer = Pick<CountyContext, 'db' | 'member'>

/** Objections as the API shows them to a member, by the subjects' names and with the photos filed with them. */
export function objectionsFrom(
  member: Member,
  rows: readonly ObjectionRow[],
  filed: readonly PhotoOf[],
  nameOf: (subject: string) => string,
): Objection[] {
  const photos = byTarget(filed)
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
  const [photos] = await viewer.db.together(selectPhotosOf(viewer.db, 'objection', [row.id]))
  const [shown] = objectionsFrom(viewer.member, [row], photos, named(roster))
  if (!shown) throw new Error(`objection ${row.id} is not shown`)
  return shown
}

/** The names of a round's roster; a subject that has left it goes by its id. */
export function named(roster: readonly RosterEntry[]): (subject: string) => string {
  const names = new Map(roster.map(({ id, name }) => [id, name]))
  return (subject) => names.get(subject) ?? subject
}
