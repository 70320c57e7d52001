import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Amendment, RoundInput, Source } from '../../../schema/api/ranking.ts'
import { valueProblem } from '../../domain/ranking/entry.ts'
import { checkRound } from '../../domain/ranking/round.ts'
import type { Language } from '../../problems/language.ts'
import { fill, Problem } from '../../problems/problem.ts'
import { rowMessages } from '../../problems/row-messages.ts'

const unknownSource: Record<Language, string> = {
  zh: '本期的规则里没有来源 {source}',
  en: 'The policy of this round has no source {source}',
}

/** Refuses amendments that could not stand in a report of the round. Errors: amendments_refused, with each place. */
export function requireSoundAmendments(
  input: RoundInput,
  roster: readonly RosterEntry[],
  amendments: readonly Amendment[],
): void {
  const places = problemsIn(input, amendments)
  if (places.length === 0) return
  const names = new Map(roster.map(({ id, name }) => [id, name]))
  const message = ({ code, at, limit }: Place, language: Language) => {
    const { subject = '', source = '' } = amendments[at] ?? {}
    const text = code === 'unknown_source' ? unknownSource[language] : textOf(code, language)
    return fill(text, { name: names.get(subject) ?? subject, source, limit })
  }
  const fields = (language: Language) =>
    places.map((place) => ({
      path: `amendments.${place.at}.${place.field}`,
      message: message(place, language),
    }))
  throw new Problem('amendments_refused', {}, { fields })
}

type Place = { at: number; field: string; code: string; limit: number }

function problemsIn(input: RoundInput, amendments: readonly Amendment[]): Place[] {
  const meaning = checkRound({ ...input, amendments: [...amendments] })
    .filter(({ path: [member] }) => member === 'amendments')
    .map(({ code, path }) => ({ at: Number(path[1]), field: String(path[2]), code, limit: 0 }))
  const values = amendments.flatMap(({ source: key, subject, value }, at) => {
    const source = input.policy.sources.find((one) => one.key === key)
    const limit = source ? lastRank(input, source, subject) : 0
    const code = source && value !== null && limit > 0 ? valueProblem(source, value, limit) : undefined
    return code ? [{ at, field: 'value', code, limit }] : []
  })
  return [...meaning, ...values]
}

/** How many subjects share the list in which a subject is ranked; 0 for a subject that is not in the round. */
function lastRank({ subjects }: RoundInput, source: Source, code: string): number {
  const township = subjects.find((subject) => subject.code === code)?.township
  if (township === undefined || source.scope !== 'township')
    return township === undefined ? 0 : subjects.length
  return subjects.filter((subject) => subject.township === township).length
}

function textOf(code: string, language: Language): string {
  const known = Object.entries(rowMessages).find(([name]) => name === code)
  return known ? known[1][language] : code
}
