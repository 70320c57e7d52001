import { consequence } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { holdersOf, selectVillagesOf } from '../../data/posts.ts'
import type { OwnedRound } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { dayOf, dueOn } from '../../domain/consequences/due-on.ts'
import type { NamedPlace } from '../../domain/consequences/posts.ts'
import { freezePosts, placesOf } from '../../domain/consequences/posts.ts'
import { type Proposal, propose } from '../../domain/consequences/propose.ts'
import type { CountyContext } from '../context.ts'
import type { Reading } from '../publication/reading.ts'

/**
 * The actions that a first publication leads to, with who holds the posts that day. Those about a subject whose
 * objection is `pending` rest, for the reason the publication gave. One that exists is left as it is.
 */
export async function makeConsequences(
  { db, now }: CountyContext,
  { board, round }: Pick<OwnedRound, 'board' | 'round'>,
  { result }: Reading,
  pending: ReadonlySet<string>,
  waive: string | null,
): Promise<Statement<unknown>[]> {
  const rules = round.policy.consequences ?? []
  const proposals = propose(result, rules, round.roster)
  if (proposals.length === 0) return []
  const { villageOf, townshipOf } = await placesIn(db, board.subject, round.roster, proposals)
  const placed = proposals.map((proposal) => {
    const targets = rules[proposal.rule]?.targets ?? []
    return { proposal, places: placesOf(proposal, targets, villageOf, townshipOf) }
  })
  const holdings = await holdersOf(
    db,
    placed.flatMap(({ places }) => places),
  )
  const rows = placed.map(({ proposal, places }) => {
    const rule = rules[proposal.rule]
    const paused = proposal.subjects.some((subject) => pending.has(subject))
    return {
      id: newId(now.getTime()),
      round: round.id,
      ...proposal,
      township: board.subject === 'township' && !rule?.groupBy ? proposal.key : proposal.township,
      posts: freezePosts(places, holdings, dayOf(now)),
      state: paused ? ('paused' as const) : ('proposed' as const),
      reason: paused ? waive : null,
      dueOn: dueOn(now, rule?.dueInDays ?? 0),
      createdAt: now.toISOString(),
    }
  })
  return db.insertAll(consequence, rows, { taken: 'ignore' })
}

/** Where a board's subjects have their village's and township's posts: a township is its own, a grid's is its village. */
async function placesIn(
  db: CountyContext['db'],
  level: OwnedRound['board']['subject'],
  roster: OwnedRound['round']['roster'],
  proposals: readonly Proposal[],
) {
  const entries = new Map(roster.map((entry) => [entry.id, entry]))
  const villages = new Map<string, NamedPlace>()
  if (level !== 'village' && level !== 'township') {
    const subjects = proposals.flatMap((proposal) => proposal.subjects)
    const [found] = await db.together(selectVillagesOf(db, subjects))
    for (const { subject, ...village } of found) villages.set(subject, village)
  }
  const itself = (id: string): NamedPlace => ({ area: id, areaName: entries.get(id)?.name ?? id })
  const townshipOf = (id: string): NamedPlace => {
    const entry = entries.get(id)
    return entry ? { area: entry.township, areaName: entry.townshipName } : itself(id)
  }
  return {
    villageOf: (subject: string) => villages.get(subject) ?? itself(subject),
    townshipOf: level === 'township' ? itself : townshipOf,
  }
}
