import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { BoardHistory } from '../../../schema/api/boards.ts'
import { area } from '../../../schema/tables/county.ts'
import type { BoardRow } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { Language } from '../../problems/language.ts'
import { type FieldError, Problem } from '../../problems/problem.ts'

const messages: Record<'unknown' | 'twice', Record<Language, string>> = {
  unknown: { zh: '没有这个参评对象', en: 'No such subject' },
  twice: { zh: '期号重复', en: 'This number stands twice' },
}

/** Refuses past rounds that share a number or speak of what never stood on such a board. Errors: invalid. */
export async function requireKnownRounds(
  db: CountyDb,
  board: BoardRow,
  past: z.infer<typeof BoardHistory>,
): Promise<void> {
  const subjects = [...new Set(past.flatMap(({ bands }) => Object.keys(bands)))]
  const listed = sql`${area.id} in (select value from json_each(${JSON.stringify(subjects)}))`
  const found = await db.find(area, and(eq(area.level, board.subject), listed), { pick: ['id'] })
  const known = new Set(found.map(({ id }) => id))
  const wrong = past.flatMap(({ no, bands }, at) => [
    ...(past.findIndex((one) => one.no === no) < at ? [{ path: `${at}.no`, message: messages.twice }] : []),
    ...Object.keys(bands)
      .filter((subject) => !known.has(subject))
      .map((subject) => ({ path: `${at}.bands.${subject}`, message: messages.unknown })),
  ])
  if (wrong.length === 0) return
  const fields = (language: Language): FieldError[] =>
    wrong.slice(0, 100).map(({ path, message }) => ({ path, message: message[language] }))
  throw new Problem('invalid', {}, { fields })
}
