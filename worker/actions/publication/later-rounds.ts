import type { BandsOfRound, Carried } from '../../../schema/api/ranking.ts'
import type { HistoryStandings } from '../../../schema/tables/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { HistoryRow } from '../../data/histories.ts'
import { selectRevisionInput } from '../../data/revisions.ts'
import { findRound } from '../../data/rounds.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { carry, nextStreak } from '../../domain/ranking/streaks.ts'
import { type Reading, readingOf } from './reading.ts'

/** What a changed round does to those published after it. */
export type Aftermath = {
  /** Rounds whose streaks change: their next revisions, oldest first. */
  readings: Reading[]
  /** Rounds that stay as they are but carry something else on, for a subject they did not rank. */
  passedOn: { no: number; carried: Carried }[]
}

/** Follows the streaks carried out of a changed round through the later ones, until nothing differs any more. */
export async function aftermath(
  db: CountyDb,
  from: Reading,
  later: readonly HistoryRow[],
): Promise<Aftermath> {
  const readings: Reading[] = []
  const passedOn: Aftermath['passedOn'] = []
  let carried = from.carried
  for (const past of later) {
    const reading = streaksDiffer(carried, past.standings) ? await reread(db, past, carried) : undefined
    const next = reading?.carried ?? carry(carried, bandsIn(past.standings))
    if (canonicalJson(next) === canonicalJson(past.carried)) break
    if (reading) readings.push(reading)
    else passedOn.push({ no: past.no, carried: next })
    carried = next
  }
  return { readings, passedOn }
}

function streaksDiffer(carried: Carried, standings: HistoryStandings): boolean {
  return Object.entries(standings).some(
    ([subject, { band, streak }]) => nextStreak(carried[subject], band) !== streak,
  )
}

/** The next revision of a published round: its frozen inputs with another past. */
async function reread(db: CountyDb, past: HistoryRow, carried: Carried): Promise<Reading | undefined> {
  const round = past.round === null ? undefined : await findRound(db, past.round)
  if (!round) return undefined
  const [[frozen]] = await db.together(selectRevisionInput(db, round.id, round.revision))
  if (!frozen) throw new Error(`revision ${round.revision} of round ${round.id} has no inputs`)
  return readingOf(round, round.revision + 1, { ...frozen.input, carried })
}

function bandsIn(standings: HistoryStandings): BandsOfRound {
  return Object.fromEntries(Object.entries(standings).map(([subject, { band }]) => [subject, band]))
}
