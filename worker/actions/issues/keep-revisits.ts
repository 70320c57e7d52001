import { and, eq } from 'drizzle-orm'
import { unit, type visit } from '../../../schema/tables/county.ts'
import { type New, NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import { selectSetting } from '../../data/settings.ts'
import { addVisits } from '../../data/visits.ts'
import {
  allUndecided,
  decideRevisits,
  selectNextRevisit,
  selectRelapsesIn,
  selectToRevisit,
  type ToRevisit,
} from '../../data/work-clock.ts'
import { dueOn } from '../../domain/consequences/due-on.ts'
import { drawn } from '../../domain/issues/revisit.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { revisitsOf } from './ground.ts'

/** Issues in one run; the rest waits for the next, which is at once. */
const most = 500
/** Days that a group has for a revisit. */
const time = 7
const never = Number.POSITIVE_INFINITY
const day = 86_400_000

/**
 * Decides, once for each closed issue whose time has come, whether somebody looks again: a share of all by chance, and
 * all of a repeat offender's. The seed stands in the audit with what it was drawn from, so that anybody can draw again.
 * Gives the next instant (epoch ms) at which there is something to decide.
 */
export async function keepRevisits(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [waiting, [set], units, [next]] = await db.together(
    selectToRevisit(db, now.getTime(), most),
    selectSetting(db, 'revisits'),
    db.select(unit, and(eq(unit.active, true), eq(unit.kind, 'group')), { limit: 1000 }),
    selectNextRevisit(db, now.getTime()),
  )
  if (waiting.length === 0) return next?.at ?? never
  const rule = revisitsOf(set?.value)
  const offends = await offenders(context, waiting, rule)
  const seed = newId(now.getTime())
  const chosen = waiting.filter((one) => offends(one) || drawn(seed, one.id, rule.share))
  const visits = chosen.map((one) => visitOf(context, one, groupFor(one, units)))
  const detail = {
    ...{ seed, share: rule.share, drawn: chosen.map(({ id }) => id) },
    ...{ from: waiting.map(({ id }) => id), offenders: chosen.filter(offends).map(({ id }) => id) },
  }
  try {
    await db.write(
      db.demand(allUndecided(db, waiting)),
      ...addVisits(db, visits),
      decideRevisits(db, waiting),
      record(context, 'revisit.draw', context.county.id, detail),
    )
  } catch (error) {
    // Another run, or a step, was here meanwhile: what is left is read anew.
    if (!(error instanceof NotAsRead)) throw error
    return now.getTime()
  }
  return waiting.length === most ? now.getTime() : (next?.at ?? never)
}

/** Whether an issue's village had relapsed so often, in the days before its time came, that all of its are revisited. */
async function offenders(
  { db }: CountyContext,
  waiting: readonly ToRevisit[],
  { relapses, withinDays }: ReturnType<typeof revisitsOf>,
): Promise<(one: ToRevisit) => boolean> {
  const since = (at: number) => new Date(at - withinDays * day).toISOString()
  const villages = [...new Set(waiting.flatMap(({ village }) => village ?? []))]
  const earliest = Math.min(...waiting.map(({ revisitAt }) => revisitAt))
  const [found] = await db.together(selectRelapsesIn(db, villages, since(earliest)))
  return ({ village, revisitAt }) =>
    found.filter((one) => one.village === village && one.at >= since(revisitAt)).length >= relapses
}

type Group = { id: string; covers: string[] }

/** A group that covers the township, rather one that did not lead the repair; else whoever plans visits decides. */
function groupFor({ township, lead }: ToRevisit, groups: readonly Group[]): string | null {
  const near = groups.filter(({ covers }) => township !== null && covers.includes(township))
  return (near.find(({ id }) => id !== lead) ?? near[0])?.id ?? null
}

function visitOf({ now }: CountyContext, one: ToRevisit, group: string | null): New<typeof visit> {
  return {
    ...{ id: newId(now.getTime()), purpose: 'revisit', subject: one.village ?? one.area },
    ...{ township: one.township, unit: group, inspector: null, sheet: null, draw: null, issue: one.id },
    ...{ dueOn: dueOn(new Date(one.revisitAt), time), state: 'planned', by: 'system' },
    at: new Date(one.revisitAt).toISOString(),
  }
}
