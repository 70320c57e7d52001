import { keepClock } from '../../worker/actions/assignments/keep-clock.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { adoptCatalogue } from '../../worker/actions/issues/categories.ts'
import { keepRevisits } from '../../worker/actions/issues/keep-revisits.ts'
import { raiseIssue } from '../../worker/actions/issues/raise-issue.ts'
import { addRule } from '../../worker/actions/issues/rules.ts'
import { stepTaken } from '../../worker/actions/issues/take-step.ts'
import type { Member } from '../../worker/domain/access/can.ts'
import type { IssueStep, NewIssue } from '../api/issues.ts'
import { chance } from './chance.ts'
import { type Fate, fates, findings, type Who } from './issue-fates.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

type At = (time: number) => Promise<CountyContext>
type Action = { time: number; take: (context: CountyContext) => Promise<unknown>; late: boolean }

const hour = 3_600_000
const count = 60
/** Hours over which the demo's issues were found, up to the latest. */
const [earliest, latest] = [940, 3]

/**
 * The demo county's ledger: sixty issues over its six weeks, found and mended by those whose work it is. What their fate
 * has in store later than now has not happened yet, so that the latest are open, some of them overdue.
 */
export async function demoIssues(at: At, villages: readonly DemoVillage[], now: number, seed: number) {
  const first = await at(now - (earliest + 1) * hour)
  await adoptCatalogue(first, {})
  const rule = { id: 'demo-sewage', category: 'sewage', area: null, lead: 'demo-department' }
  await unlessDone(['id_taken'], () => addRule(first, rule))
  const actions = Array.from({ length: count }, (_, n) => storyOf(n, villages, now, seed)).flat()
  for (const { time, take, late } of actions.toSorted((a, b) => a.time - b.time)) {
    const context = await at(time)
    if (late) await keepClock(context)
    await unlessDone(['id_taken', 'issue_moved_on'], () => take(context))
  }
  await keepClock(await at(now))
  await keepRevisits(await at(now))
}

/** One issue from its finding to where it stands now. */
function storyOf(n: number, villages: readonly DemoVillage[], now: number, seed: number): Action[] {
  const luck = chance(seed * 100 + n)
  // Every fifth lies in the village whose secretary signs in to the demo.
  const village = villages[n % 5 === 0 ? 0 : Math.floor(luck.uniform() * villages.length)]
  const finding = findings[n % findings.length]
  const fate = fates[Math.floor(luck.uniform() * fates.length)]
  if (!village || !finding || !fate) return []
  const found = now - Math.round(earliest - ((earliest - latest) * n) / (count - 1)) * hour
  const id = `demo-issue-${n}`
  const body: NewIssue = {
    ...{ category: finding.category, area: village.id, source: finding.source, text: finding.text },
    ...{ location: finding.location, foundAt: new Date(found - 20 * 60_000).toISOString() },
  }
  const raise: Action = {
    time: found,
    late: false,
    take: (context) => raiseIssue(as(context, finding.by, village), id, body),
  }
  return [raise, ...fate.flatMap((turn, at) => turnOf(turn, `${id}-${at}`, id, found, now, village))]
}

function turnOf(
  [after, who, step]: Fate[number],
  stepId: string,
  id: string,
  found: number,
  now: number,
  village: DemoVillage,
): Action[] {
  const time = found + after * hour
  if (time > now) return []
  const wanted: IssueStep =
    step.kind === 'deferral_asked' ? { ...step, dueAt: new Date(time + 96 * hour).toISOString() } : step
  const take = (context: CountyContext) => stepTaken(as(context, who, village), id, stepId, wanted)
  return [{ time, late: true, take }]
}

/** In the name of those whose work it is. */
function as(context: CountyContext, who: Who, { id: village, township }: DemoVillage): CountyContext {
  const members: Record<Who, Member> = {
    office: context.member,
    village: {
      ...{ id: 'demo-village', role: 'village_secretary' },
      scope: { kind: 'village', id: village, township },
    },
    inspector: {
      ...{ id: 'demo-inspector', role: 'inspector' },
      scope: { kind: 'unit', id: `demo-group-${township}`, township: null },
    },
    drone: {
      ...{ id: 'demo-drone', role: 'drone_operator' },
      scope: { kind: 'unit', id: 'demo-drone-team', township: null },
    },
  }
  return { ...context, member: members[who] }
}
