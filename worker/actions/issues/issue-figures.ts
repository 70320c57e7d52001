import type { IssueTally, Relapse, RelapseQuery } from '../../../schema/api/issues.ts'
import { namesOfActors } from '../../data/actor-names.ts'
import { countClosures, countOpen, selectTallies, type Within } from '../../data/issue-figures.ts'
import { selectNamesOf } from '../../data/names.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

const day = 86_400_000
/** Days over which punctuality and relapses are counted. */
const recent = 30
const longer = 90

type Reading = Pick<CountyContext, 'db' | 'member' | 'now'>

/** How the ledger stands for whoever asks: a row a township, and the closings of the last 30 days. One round trip. */
export async function issueTally({ db, member, now }: Reading): Promise<IssueTally> {
  const within = reachOf(member)
  const monday = mondayOf(now)
  const closings = countClosures(db, 'township', daysBefore(now, recent), within)
  const thisWeek = countClosures(db, 'township', monday, within)
  const small = within.village !== undefined || within.lead !== undefined
  const [tallies, ended, week] = small
    ? await db.together(countOpen(db, within), closings, thisWeek)
    : await db.together(selectTallies(db, within.township), closings, thisWeek)
  const sum = (name: 'open' | 'overdue' | 'awaiting') => tallies.reduce((all, one) => all + one[name], 0)
  const byTownship = new Map(ended.map((one) => [one.key, one]))
  return {
    ...{ open: sum('open'), overdue: sum('overdue'), awaitingVerification: sum('awaiting') },
    closedThisWeek: week.reduce((all, one) => all + one.closed, 0),
    townships: tallies.flatMap((one) => {
      if (!('township' in one) || one.township === '') return []
      const { closed = 0, onTime = 0, relapsed: relapses = 0 } = byTownship.get(String(one.township)) ?? {}
      const { open, overdue } = one
      return [{ township: String(one.township), open, overdue, closed, onTime, relapses }]
    }),
  }
}

/** How often closed issues did not last. By verifier: for the county's office and leaders. Errors: forbidden. */
export async function relapses(
  { db, member, now, control, county }: Reading & Pick<CountyContext, 'control' | 'county'>,
  { by, from }: RelapseQuery,
  language: Language,
): Promise<Relapse[]> {
  if (by === 'verifier' && !can(member, 'audit.read')) throw new Problem('forbidden')
  const since =
    from === undefined ? daysBefore(now, longer) : new Date(`${from}T00:00:00+08:00`).toISOString()
  const key = by === 'unit' ? 'lead' : by
  const [rows] = await db.together(countClosures(db, key, since, reachOf(member)))
  const known = rows.filter((row) => row.key !== '')
  const names =
    by === 'verifier'
      ? await namesOfActors(control, county.id, language)
      : new Map(
          (
            await db.together(
              selectNamesOf(
                db,
                known.map((row) => row.key),
              ),
            )
          )[0].map(({ id, name }): [string, string] => [id, name]),
        )
  return known.map(({ key: id, closed, relapsed }) => ({
    key: id,
    name: names.get(id) ?? id,
    closed,
    relapsed,
  }))
}

function reachOf(member: Member): Within {
  if (can(member, 'issue.read', {})) return {}
  const { kind, id } = member.scope
  const own = id ?? ''
  if (kind === 'township') return { township: own }
  return kind === 'unit' ? { lead: own } : { village: own }
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString()
}

/** When this week began: Monday 00:00 in Asia/Shanghai. */
function mondayOf(now: Date): string {
  const today = new Date(`${dayOf(now)}T00:00:00+08:00`)
  const weekday = (new Date(`${dayOf(now)}T00:00:00Z`).getUTCDay() + 6) % 7
  return daysBefore(today, weekday)
}
