import type { Carried, RoundInput, Standings } from '../../../schema/api/ranking.ts'
import type { HistoryStandings } from '../../../schema/tables/boards.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { sha256 } from '../../data/sha256.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { rank } from '../../domain/ranking/rank.ts'
import { carry } from '../../domain/ranking/streaks.ts'

/** A round as one of its revisions freezes it, and the streaks that come out of it. */
export type Reading = {
  round: RoundRow
  /** Number of the revision. */
  no: number
  input: RoundInput
  result: Standings
  sha256: string
  carried: Carried
}

/** Ranks a round and hashes its inputs with the standings. */
export async function readingOf(round: RoundRow, no: number, input: RoundInput): Promise<Reading> {
  const frozen = withoutNames(input)
  const result = rank(frozen)
  const carried = carry(frozen.carried ?? {}, bandsOf(result))
  return { round, no, input: frozen, result, sha256: await hashOf(frozen, result), carried }
}

/** SHA-256 over the canonical JSON of what a revision consists of. */
export async function hashOf(input: RoundInput, result: Standings): Promise<string> {
  return sha256(canonicalJson({ input, result }))
}

/** A roster is frozen by id: a household's name is a person's, and must stay erasable. */
function withoutNames(input: RoundInput): RoundInput {
  return { ...input, subjects: input.subjects.map((subject) => ({ ...subject, name: '' })) }
}

function bandsOf({ standings }: Standings) {
  return Object.fromEntries(standings.map(({ subject, band }) => [subject, band]))
}

/** What later rounds and the pages keep of a round's standings. */
export function historyOf({ standings }: Standings): HistoryStandings {
  return Object.fromEntries(
    standings.map(({ subject, band, streak, rank: place, score }) => [
      subject,
      { band, streak, rank: place, ...(score === undefined ? {} : { score }) },
    ]),
  )
}
