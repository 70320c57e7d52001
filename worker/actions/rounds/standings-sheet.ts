import type { RoundInput } from '../../../schema/api/ranking.ts'
import { type SheetToWrite, writeXlsx } from '../../files/sheets/write.ts'
import type { Language } from '../../problems/language.ts'
import type { CountyContext } from '../context.ts'
import { readStandingsWithInputs, type StandingsRead } from './read-standings.ts'

const words = {
  zh: {
    ...{ rank: '名次', name: '名称', township: '所属乡镇', score: '得分', band: '色带', streak: '连续期数' },
    ...{
      previous: '上期名次',
      unranked: '未排名',
      round: '第 {no} 期',
      draft: '未发布',
      revision: '第 {n} 版',
    },
    ...{ green: '绿', yellow: '黄', red: '红' },
  },
  en: {
    ...{ rank: 'Rank', name: 'Name', township: 'Township', score: 'Score', band: 'Band', streak: 'Streak' },
    ...{
      previous: 'Rank before',
      unranked: 'Not ranked',
      round: 'Round {no}',
      draft: 'Draft',
      revision: 'Revision {n}',
    },
    ...{ green: 'Green', yellow: 'Yellow', red: 'Red' },
  },
} as const

/** A round's standings as an .xlsx file, with every source's raw value. Errors: not_found, forbidden. */
export async function standingsSheet(
  context: Pick<CountyContext, 'db' | 'now' | 'member'>,
  id: string,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array }> {
  const read = await readStandingsWithInputs(context, id)
  const { input, owned } = read
  const { round, board } = owned
  const sources = input.policy.sources.map(({ key }) => key)
  const values = rawValues(input)
  const sourceValues = (subject: string) => sources.map((source) => values.get(source)?.get(subject) ?? null)
  const title = `${board.name} ${words[language].round.replace('{no}', String(round.no))}`
  const bytes = await writeXlsx([{ ...table(read, sourceValues, sources, language), name: title, title }])
  return { name: title, bytes }
}

/** By source and subject, with the amendments over the reports. */
function rawValues({
  policy,
  reports,
  amendments = [],
}: RoundInput): Map<string, Map<string, number | null>> {
  const values = new Map(policy.sources.map(({ key }) => [key, new Map<string, number | null>()]))
  for (const { source, entries } of reports) {
    for (const { subject, value } of entries) values.get(source)?.set(subject, value)
  }
  for (const { source, subject, value } of amendments) values.get(source)?.set(subject, value)
  return values
}

function table(
  { standings: { standings, unranked, sha256, revision, closesAt } }: StandingsRead,
  sourceValues: (subject: string) => (number | null)[],
  sources: readonly string[],
  language: Language,
): Omit<SheetToWrite, 'name'> {
  const w = words[language]
  const state =
    sha256 === null ? w.draft : `${w.revision.replace('{n}', String(revision))} ${sha256.slice(0, 12)}`
  const ranked = standings.map((one) => [
    ...[one.rank, one.name, one.townshipName, one.score ?? null, w[one.band], one.streak, one.previousRank],
    ...sourceValues(one.subject),
  ])
  const others = unranked.map((one) => [
    ...[null, one.name, one.townshipName, null, w.unranked, null, null],
    ...sourceValues(one.subject),
  ])
  return {
    note: `${shanghaiTime(closesAt)} · ${state}`,
    header: [w.rank, w.name, w.township, w.score, w.band, w.streak, w.previous, ...sources],
    widths: [8, 28, 24, 8, 8, 10, 10, ...sources.map(() => 12)],
    rows: [...ranked, ...others],
  }
}

/** 2026-03-06 18:00 on the county's wall clock, UTC+8. */
function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
