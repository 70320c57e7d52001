import { and, eq, lte } from 'drizzle-orm'
import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { RoundInput } from '../../../schema/api/ranking.ts'
import type { Decided, RaterFlag, Raters, RoundRaters, TownshipFigures } from '../../../schema/api/raters.ts'
import { round as rounds, unit } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type RevisionInputRow, selectInputsOf } from '../../data/revisions.ts'
import { ofRound, type RoundRow, selectOwnedRound } from '../../data/rounds.ts'
import { anchorsOf } from '../../domain/raters/anchors.ts'
import { type Question, questionsOf } from '../../domain/raters/questions.ts'
import {
  type DecidedRead,
  type RatersRead,
  readRaters as readRound,
  type TownshipRead,
} from '../../domain/raters/read-round.ts'
import type { CountyContext } from '../context.ts'
import { roundFor } from '../rounds/require-round.ts'
import { loadRoundInput } from '../rounds/round-input.ts'

/**
 * Every reporter of a round beside the others, and of the board's rounds before it, `last` in all, the newest first.
 * Worked out from frozen inputs, or from what is in so far. Errors: not_found, forbidden.
 */
export async function readRaters(
  context: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  last: number,
): Promise<Raters> {
  const { db } = context
  const upTo = and(eq(rounds.board, ofRound(db, id, 'board')), lte(rounds.no, ofRound(db, id, 'no')))
  const newest = { orderBy: rounds.no, descending: true, limit: last } as const
  const heads = db.select(rounds, upTo, { ...newest, pick: ['id', 'revision'] })
  const [[asked], found, units, frozen] = await db.together(
    selectOwnedRound(db, id),
    db.select(rounds, upTo, newest),
    db.select(unit, undefined, { pick: ['id', 'name'], limit: 2000 }),
    selectInputsOf(db, heads),
  )
  roundFor(context.member, 'rater.read', asked)
  const unitNames = new Map(units.map((one) => [one.id, one.name]))
  const inputs = await inputsOf(db, found, frozen)
  const reads = found.map((row, at) => ({ row, read: readRound(inputs[at] ?? emptyInput(row)) }))
  // What a reporter is called now, a group that is gone by its id.
  const townshipNames = new Map(
    found.flatMap(({ roster }) => roster.map(({ township, townshipName }) => [township, townshipName])),
  )
  const nameOf = (reporter: string) => unitNames.get(reporter) ?? townshipNames.get(reporter) ?? reporter
  return {
    rounds: reads.map(({ row, read }) => roundRaters(row, read, nameOf)),
    anchors: anchorsOf(reads.map(({ read }) => read.opinions)).map((anchor) => ({
      ...anchor,
      name: nameOf(anchor.reporter),
    })),
  }
}

/** Frozen inputs of the published rounds, what is in so far of the others. */
async function inputsOf(
  db: CountyDb,
  found: readonly RoundRow[],
  frozen: readonly RevisionInputRow[],
): Promise<RoundInput[]> {
  const frozenOf = ({ id }: RoundRow) => frozen.find((one) => one.round === id)
  return Promise.all(found.map((row) => frozenOf(row)?.input ?? loadRoundInput(db, row)))
}

function emptyInput({ policy }: RoundRow): RoundInput {
  return { subjects: [], policy, reports: [] }
}

type NameOf = (reporter: string) => string

function roundRaters(row: RoundRow, read: RatersRead, nameOf: NameOf): RoundRaters {
  const { id, no, state, revision, policy } = row
  const roster = new Map(row.roster.map((entry) => [entry.id, entry]))
  return {
    ...{ round: id, no, state, revision },
    sources: policy.sources.map(({ key, kind, scope, exposed = false }) => ({
      ...{ source: key, kind, scope, exposed },
      reporters: read.reporters
        .filter(({ source }) => source === key)
        .map(({ source: _, ...figures }) => ({ ...figures, name: nameOf(figures.reporter) })),
    })),
    townships: read.townships.map((township) => townshipOf(township, roster, nameOf)),
    flags: questionsOf(read).map((question) => flagOf(question, roster, nameOf)),
  }
}

type Roster = ReadonlyMap<string, RosterEntry>

function townshipOf({ furthest: _, ...read }: TownshipRead, roster: Roster, nameOf: NameOf): TownshipFigures {
  return {
    ...read,
    name: nameOf(read.township),
    tiedInstead: decidedOf(read.tiedInstead, roster),
    othersInstead: decidedOf(read.othersInstead, roster),
  }
}

function decidedOf({ changes, ...counts }: DecidedRead, roster: Roster): Decided {
  const named = changes.map((change) => ({ ...change, ...namesOf(change.subject, roster) }))
  return { ...counts, changes: named }
}

function flagOf({ villages, ...question }: Question, roster: Roster, nameOf: NameOf): RaterFlag {
  return {
    ...question,
    name: nameOf(question.reporter),
    villages: villages.map((id) => {
      const { name, townshipName } = namesOf(id, roster)
      return { id, name, townshipName }
    }),
  }
}

function namesOf(subject: string, roster: Roster) {
  const { name = subject, township = '', townshipName = '' } = roster.get(subject) ?? {}
  return { name, township, townshipName }
}
