import type { Mention, NameFound } from '../../../schema/api/privacy.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { membersNamed } from '../../data/privacy/erase-member.ts'
import { mentionsPerTable, selectMentions } from '../../data/privacy/mentions.ts'
import { selectPlaces } from '../../data/privacy/places.ts'
import { tableName } from '../../domain/privacy/table-names.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'

/** Where one person's name stands in this county: places made for names, and words that people typed. */
export async function findName(
  { db, control, county }: Pick<CountyContext, 'db' | 'control' | 'county'>,
  name: string,
  language: Language,
): Promise<NameFound> {
  const places = (await db.together(...selectPlaces(db, name))).flat()
  const members = await membersNamed(control, county.id, name)
  const { mentions, more } = await mentionsOf(db, name, language)
  // What is shown as a place need not be shown again as words.
  return {
    members,
    places,
    mentions: mentions.filter((one) => !names.has(`${one.table}.${one.column}`)),
    more,
  }
}

/** Columns that hold nothing but names: what stands in them is a place. */
const names = new Set([
  'post.holder',
  'unit_person.name',
  'consequence.posts',
  'consequence.host',
  'notice.posts',
])

/** Words in which a name stands. A single character is no name: it stands everywhere. */
export async function mentionsOf(
  db: CountyDb,
  name: string,
  language: Language,
): Promise<{ mentions: Mention[]; more: boolean }> {
  if ([...name.replaceAll(' ', '')].length < 2) return { mentions: [], more: false }
  const found = await db.together(...selectMentions(db, name))
  const mentions = found.flat(2).map((row) => ({ ...row, label: tableName(row.table, language) }))
  return { mentions, more: found.some((rows) => rows.length >= mentionsPerTable) }
}
