import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { SourceKind } from '../../../schema/api/ranking.ts'
import { writeXlsx } from '../../files/sheets/write.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'
import { type Desk, openDesk } from './desk.ts'
import type { Place } from './send-report.ts'

/** Headings that the reader of sheets knows, so that what goes out comes back. */
const headings: Record<Language, Record<SourceKind | 'township' | 'name' | 'exposure' | 'round', string>> = {
  zh: {
    ...{ township: '乡镇', name: '村名', rank: '名次', score: '得分', count: '问题数' },
    ...{ exposure: '覆盖户数', round: '第 {no} 期' },
  },
  en: {
    ...{ township: 'Township', name: 'Village', rank: 'Rank', score: 'Score', count: 'Count' },
    ...{ exposure: 'Exposure', round: 'Round {no}' },
  },
}

/**
 * An .xlsx file with the villages a reporter reports on and what it has said of them so far, to be filled in and
 * uploaded. Villages that another reporter of the source has spoken of are left out. Errors: not_found, forbidden.
 */
export async function reportTemplate(
  context: Pick<CountyContext, 'db' | 'member'>,
  place: Place,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array }> {
  const desk = await openDesk(context, place, 'report.read')
  const { board, round, source, own } = desk
  const words = headings[language]
  const said = new Map(own?.entries.map((entry) => [entry.subject, entry]))
  const name = `${board.name} ${words.round.replace('{no}', String(round.no))}`
  const rows = villagesAt(desk).map(({ id, name: village, townshipName }) => [
    ...[townshipName, village, said.get(id)?.value ?? null],
    ...(source.exposed ? [said.get(id)?.exposure ?? null] : []),
  ])
  const header = [words.township, words.name, words[source.kind], ...(source.exposed ? [words.exposure] : [])]
  const sheet = { name, title: name, header, widths: [24, 32, 12, 12].slice(0, header.length), rows }
  return { name, bytes: await writeXlsx([sheet]) }
}

/** The villages of a desk: a township's own, those a group covers, else everyone's. */
function villagesAt({ round, source, reporter, covers, others }: Desk): RosterEntry[] {
  const covered = new Set(source.scope === 'township' ? [reporter] : covers)
  const elsewhere = new Set(others.flatMap(({ entries }) => entries.map(({ subject }) => subject)))
  return round.roster.filter(
    ({ id, township, exempt }) =>
      !exempt && !elsewhere.has(id) && (covered.size === 0 || covered.has(township) || covered.has(id)),
  )
}
