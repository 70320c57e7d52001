import { eq } from 'drizzle-orm'
import { addUnit } from '../../worker/actions/areas/units.ts'
import { keepClock } from '../../worker/actions/assignments/keep-clock.ts'
import { addBoard } from '../../worker/actions/boards/add-board.ts'
import { addCampaign } from '../../worker/actions/boards/campaigns.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { activate } from '../../worker/actions/identity/activate.ts'
import { inviteMember, resetMember } from '../../worker/actions/identity/members.ts'
import { signUp } from '../../worker/actions/identity/sign-up.ts'
import { systemContext, tick } from '../../worker/actions/tick.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { selectMembers } from '../../worker/data/members.ts'
import { periodAround } from '../../worker/domain/cadence/period.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import type { Env } from '../../worker/env.ts'
import type { Cadence } from '../api/boards.ts'
import type { Policy } from '../api/ranking.ts'
import { area } from '../tables/county.ts'
import { demoBulletins } from './bulletins.ts'
import { demoColumns } from './columns.ts'
import { demoComplaints } from './complaints.ts'
import { demoField } from './field.ts'
import { demoInspections, demoSheets } from './inspections.ts'
import { demoIssues } from './issues.ts'
import { demoOutreach } from './outreach.ts'
import { demoCounty, demoMembers, demoOffice, demoPassword } from './people.ts'
import { demoPosts } from './posts.ts'
import { pastInterviews, pastWeek, thisWeek } from './rounds.ts'
import { unlessDone } from './unless-done.ts'
import { type DemoReporters, demoVillages } from './weeks.ts'

const seed = 20_260_306
const pastWeeks = 6
const week = 7 * 86_400_000
const cadence: Cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' }
/** As shipped, with the red banner for whoever is green three weeks running. */
const policy: Policy = {
  ...threeColourTemplate,
  consequences: [
    ...(threeColourTemplate.consequences ?? []),
    { band: 'green', streakAtLeast: 3, kind: 'commend', targets: ['village_head'], dueInDays: 7 },
  ],
}

/**
 * Builds the fictional demo county through the same actions that its users would use: sign-up, units, members, posts,
 * a public three-colour board, six published weeks, an open one, its inspections and a ledger of issues. Every step can be
 * run again, so a build that was interrupted is taken up where it stopped. `env` is the local host's; `now` is when "this week" is.
 */
export async function buildDemo(env: Env, now: Date): Promise<void> {
  const opened = periodAround(cadence, now.getTime()).opensAt
  const founded = new Date(opened - pastWeeks * week + 60_000)
  const first = await found(env, founded)
  const reporters = await bringInUnits(first)
  const villages = demoVillages(await villagesOf(first), seed)
  await bringInMembers(first, reporters, villages[0]?.id ?? '')
  await demoPosts(first)
  await raiseBoard(first)
  await demoSheets(first)

  // Last Friday's publication would be tomorrow for somebody who starts the demo on a Friday night.
  const at = async (time: number) => officeContext(env, new Date(Math.min(time, now.getTime())))
  const numbered = (number: number) => {
    const opensAt = opened - (pastWeeks + 1 - number) * week
    return { villages, reporters, seed, week: number, opensAt, length: week }
  }
  for (let number = 1; number <= pastWeeks; number++) {
    await pastWeek(env, at, numbered(number))
    // The latest round's interviews are what the office has before it.
    if (number < pastWeeks) await pastInterviews(at, numbered(number), pastWeeks - number)
  }
  await thisWeek(env, at, numbered(pastWeeks + 1), now.getTime())
  const groups = [...new Set(villages.map(({ township }) => reporters.groupOf(township)))]
  await demoInspections(at, { opensAt: opened, groups, seed })
  await demoIssues(at, villages, now.getTime(), seed)
  await demoColumns(at, villages, now.getTime())
  await demoField(await at(now.getTime()), villages)
  await demoComplaints(at, villages, now.getTime())
  await demoOutreach(at, villages, now.getTime(), seed)
  // What has come due by now of all that was given out above.
  await keepClock(await at(now.getTime()))
  await demoBulletins(at, villages, now.getTime())
}

/** The county itself, signed up as any other and with its areas brought in. */
async function found(env: Env, now: Date): Promise<CountyContext> {
  const account = { login: demoOffice, name: '示范县整治办', password: demoPassword }
  const platform = { env, control: new ControlDb(env.CONTROL), now, origin: '' }
  await unlessDone(['county_taken'], () =>
    signUp(platform, { county: demoCounty, office: '人居环境整治工作领导小组办公室', account }),
  )
  await tick(env, demoCounty, now)
  return officeContext(env, now)
}

/** The demo county as its office member sees it at some time. */
async function officeContext(env: Env, now: Date): Promise<CountyContext> {
  const context = await systemContext(env, demoCounty, now)
  if (!context) throw new Error('the demo county is missing')
  const [members] = await context.control.run(selectMembers(context.county.id, 50))
  const office = members.find((member) => member.role === 'county_admin')
  if (!office) throw new Error('the demo county has no office')
  return { ...context, member: { ...context.member, id: office.id } }
}

async function villagesOf({ db }: CountyContext) {
  return db.find(area, eq(area.level, 'village'), { orderBy: area.id })
}

/** A liaison group for each township, a drone team and a department. */
async function bringInUnits(context: CountyContext): Promise<DemoReporters> {
  const townships = await context.db.find(area, eq(area.level, 'township'), { orderBy: area.id })
  const groupOf = (township: string) => `demo-group-${township}`
  const units = [
    ...townships.map(({ id, name }) => ({
      id: groupOf(id),
      name: `${name}包抓组`,
      kind: 'group' as const,
      purpose: 'liaison' as const,
      covers: [id],
    })),
    { id: 'demo-drone-team', name: '无人机巡查组', kind: 'group' as const },
    { id: 'demo-department', name: '住房和城乡建设局', kind: 'department' as const },
  ]
  for (const unit of units) await unlessDone(['id_taken'], () => addUnit(context, unit))
  return { groupOf, drone: 'demo-drone-team' }
}

async function bringInMembers(
  context: CountyContext,
  reporters: DemoReporters,
  village: string,
): Promise<void> {
  const township = (await context.db.first(area, eq(area.id, village)))?.parent ?? ''
  const scopes = {
    township,
    village,
    group: reporters.groupOf(township),
    drone: reporters.drone,
    department: 'demo-department',
  }
  const [there] = await context.control.run(selectMembers(context.county.id, 50))
  for (const wanted of demoMembers(scopes)) {
    const known = there.find((member) => member.login === wanted.login)
    if (known?.account) continue
    const { activation } = known ? await resetMember(context, known.id) : await inviteMember(context, wanted)
    await activate(context, { token: activation.token, password: demoPassword }, undefined)
  }
}

async function raiseBoard(context: CountyContext): Promise<void> {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  const start = context.now.getTime()
  await unlessDone(['id_taken'], () =>
    addCampaign(context, {
      id: 'demo-campaign',
      name: '农村人居环境整治行动',
      startsOn: day(start),
      endsOn: day(start + 52 * week),
    }),
  )
  await unlessDone(['id_taken'], () =>
    addBoard(context, {
      ...{ id: 'demo-board', campaign: 'demo-campaign', name: '村级三色榜', subject: 'village' },
      ...{ cadence, visibility: 'public', policy },
    }),
  )
}
