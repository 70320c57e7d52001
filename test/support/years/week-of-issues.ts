import { eq } from 'drizzle-orm'
import { type Fate, fates, findings, type Who } from '../../../schema/demo/issue-fates.ts'
import type { DemoVillage } from '../../../schema/demo/weeks.ts'
import { visit } from '../../../schema/tables/county.ts'
import { keepClock } from '../../../worker/actions/assignments/keep-clock.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import { putPatrol } from '../../../worker/actions/field/patrols.ts'
import { putInspection } from '../../../worker/actions/inspections/put-inspection.ts'
import { raiseIssue } from '../../../worker/actions/issues/raise-issue.ts'
import { stepTaken } from '../../../worker/actions/issues/take-step.ts'
import { drawWith } from '../../../worker/actions/visits/draws.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { addPending, markStored } from '../../../worker/data/photos.ts'
import type { Member } from '../../../worker/domain/access/can.ts'
import { type At, dayAt, hour, type WeekSize } from './settled-week.ts'

const minute = 60_000
type Turn = { time: number; take: (context: CountyContext) => Promise<unknown> }

/** The issues, inspections and patrols of a week, to their ends. */
export async function weekOfIssues(
  at: At,
  opensAt: number,
  villages: readonly DemoVillage[],
  size: WeekSize,
  round: string,
): Promise<void> {
  const turns = Array.from({ length: size.issues }, (_, n) =>
    storyOf(n, opensAt + 2 * hour + Math.round((n * 90 * hour) / size.issues), villages),
  ).flat()
  let struck = 0
  for (const { time, take } of turns.toSorted((a, b) => a.time - b.time)) {
    const context = await at(time)
    if (time - struck > 12 * hour) {
      await keepClock(context)
      struck = time
    }
    await take(context)
  }
  await drawnVisits(at, opensAt, round, villages, size.inspections)
  for (let n = 0; n < size.walks; n++) {
    const time = opensAt + (20 + n * 3) * hour
    const walk = { startedAt: iso(time - 40 * minute), endedAt: iso(time), note: '已告知村里。' }
    const points = [
      { point: 'demo-grid-1-1', good: true },
      { point: 'demo-grid-1-2', good: n % 2 === 0 },
    ]
    await putPatrol(await at(time), newId(time), { grid: 'demo-grid-1', ...walk, points })
  }
}

/** So many issues found and not yet seen to. */
export async function openIssues(at: At, time: number, villages: readonly DemoVillage[], count: number) {
  for (let n = 0; n < count; n++) {
    const found = time - (count - n) * minute
    const [raise] = storyOf(n, found, villages)
    await raise?.take(await at(found))
  }
}

/** An issue from its finding to its end; every fate but the last ends. */
function storyOf(n: number, found: number, villages: readonly DemoVillage[]): Turn[] {
  const village = villages[(n * 37) % villages.length]
  const finding = findings[n % findings.length]
  const fate = fates[n % (fates.length - 1)]
  if (!village || !finding || !fate) return []
  const id = newId(found)
  const { category, source, text, location } = finding
  const body = { category, area: village.id, source, text, location, foundAt: iso(found - 20 * minute) }
  const raise: Turn = {
    time: found,
    take: async (context) => {
      const finder = as(context, finding.by, village)
      await raiseIssue(finder, id, await withPhoto(finder, n, body))
    },
  }
  return [raise, ...fate.map((turn) => turnOf(turn, id, found, village))]
}

function turnOf([after, who, step]: Fate[number], id: string, found: number, village: DemoVillage): Turn {
  const time = found + after * hour
  const wanted = step.kind === 'deferral_asked' ? { ...step, dueAt: iso(time + 96 * hour) } : step
  return { time, take: (context) => stepTaken(as(context, who, village), id, newId(time), wanted) }
}

/** Every other issue has a photo: its row alone, as after its bytes were put. */
async function withPhoto<Body extends object>(context: CountyContext, n: number, body: Body) {
  if (n % 2 === 1) return body
  const time = context.now.getTime()
  const id = newId(time)
  const sha256 = id.replaceAll('-', '').padEnd(64, '0')
  const size = { mime: 'image/jpeg' as const, bytes: 300_000, width: 1600, height: 1200 }
  await context.db.write(
    addPending(context.db, {
      ...{ id, sha256, source: sha256, ...size, takenAt: null, place: null, by: context.member.id },
      ...{ at: iso(time), thumbnail: null, derivative: null, sweepAt: time },
    }),
    markStored(context.db, id, time),
  )
  return { ...body, photos: [id] }
}

async function drawnVisits(
  at: At,
  opensAt: number,
  round: string,
  villages: readonly DemoVillage[],
  count: number,
) {
  const groups = [...new Set(villages.map(({ township }) => `group-${township}`))]
  const context = await at(opensAt + hour)
  const draw = newId(opensAt + hour)
  const perUnit = Math.max(1, Math.floor(count / groups.length))
  const wanted = {
    id: draw,
    round,
    sheet: 'demo-sheet-village',
    units: groups.slice(0, count),
    reach: 'elsewhere' as const,
  }
  await drawWith(context, { ...wanted, perUnit, dueOn: dayAt(opensAt + 150 * hour) }, 'seed')
  const visits = await context.db.find(visit, eq(visit.draw, draw))
  for (const [n, { unit, subject }] of visits.entries()) {
    const time = opensAt + 15 * hour + n * 15 * minute
    const there = await at(time)
    const scope = { kind: 'unit' as const, id: unit, township: null }
    const findings = [{ item: 'waste', deduction: 'd2', count: 1 + (n % 3) }]
    await putInspection({ ...there, member: { id: 'inspector', role: 'inspector', scope } }, newId(time), {
      ...{ sheet: 'demo-sheet-village', version: 1, subject, findings, answers: {} },
      ...{ startedAt: iso(time - 25 * minute), endedAt: iso(time) },
    })
  }
}

/** In the name of those whose work it is. */
function as(context: CountyContext, who: Who, { id: village, township }: DemoVillage): CountyContext {
  const members: Record<Who, Member> = {
    office: context.member,
    village: {
      ...{ id: `secretary-${village}`, role: 'village_secretary' },
      scope: { kind: 'village', id: village, township },
    },
    inspector: {
      ...{ id: `inspector-${township}`, role: 'inspector' },
      scope: { kind: 'unit', id: `group-${township}`, township: null },
    },
    drone: {
      ...{ id: 'pilot', role: 'drone_operator' },
      scope: { kind: 'unit', id: 'drone-team', township: null },
    },
  }
  return { ...context, member: members[who] }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
