import { eq, sql } from 'drizzle-orm'
import type { NewTeam, Team, TeamChange } from '../../../schema/api/outreach.ts'
import { volunteerTeam } from '../../../schema/tables/county.ts'
import { selectTeam, selectTeams, type TeamRow } from '../../data/activities.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectLineages, selectNamesOf } from '../../data/names.ts'
import { newId } from '../../data/new-id.ts'
import { can } from '../../domain/access/can.ts'
import { refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'

/** Teams of volunteers: all of them for the county, a township's own for its members. */
export async function listTeams({ db, member }: Pick<CountyContext, 'db' | 'member'>): Promise<Team[]> {
  const every = can(member, 'outreach.read', {})
  const all = selectTeams(db, every ? undefined : (member.scope.township ?? ''))
  const [rows, names] = await db.together(all, selectNamesOf(db, idsIn(all, ['area'])))
  return teamsOf(rows, names)
}

/** Adds a team; the same id again gives the first one. Errors: invalid (place), forbidden. */
export async function addTeam(context: CountyContext, { id: given, ...body }: NewTeam): Promise<Team> {
  const { db, member, now } = context
  const [lineage] = await db.together(selectLineages(db, [body.area]))
  refuseFaults(lineage[0]?.active ? [] : [{ path: 'area', fault: 'unknown' }])
  const township = lineage.find(({ level }) => level === 'township')?.id ?? null
  requireCan(member, 'outreach.write', { township, village: body.area })
  const id = given ?? newId(now.getTime())
  const [, , [kept]] = await db.write(
    db.insert(volunteerTeam, { id, ...body, township, active: true }, { taken: 'ignore' }),
    record(context, 'team.add', id, { area: body.area }, sql`changes() > 0`),
    selectTeam(db, id),
  )
  if (!kept || kept.area !== body.area || kept.township !== township) throw new Problem('id_taken')
  return one(db, kept)
}

/** Renames a team, counts it anew, retires it or brings it back. Errors: not_found, forbidden. */
export async function changeTeam(context: CountyContext, id: string, change: TeamChange): Promise<Team> {
  const { db, member } = context
  const [[found]] = await db.together(selectTeam(db, id))
  if (!found || !can(member, 'outreach.read', placeOf(found))) throw new Problem('not_found')
  requireCan(member, 'outreach.write', placeOf(found))
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return one(db, found)
  const [[changed]] = await db.write(
    db.update(volunteerTeam, set, eq(volunteerTeam.id, id)),
    record(context, 'team.change', id, { fields: Object.keys(set) }),
  )
  return one(db, changed ?? found)
}

function placeOf({ area, township }: TeamRow) {
  return { township, village: area }
}

async function one(db: CountyDb, row: TeamRow): Promise<Team> {
  const [names] = await db.together(selectNamesOf(db, [row.area]))
  const [shown] = teamsOf([row], names)
  if (!shown) throw new Error(`team ${row.id} was not kept`)
  return shown
}

function teamsOf(rows: readonly TeamRow[], names: readonly { id: string; name: string }[]): Team[] {
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, areaName: byId.get(row.area) ?? row.area }))
}
