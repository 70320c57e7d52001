import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Draw, DrawDetail, DrawInput, NewDraw } from '../../../schema/api/visits.ts'
import { draw as draws, round as rounds, unit } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import { selectSheet } from '../../data/scoring-sheets.ts'
import {
  addVisits,
  cancelEarlierDraws,
  type NamedDraw,
  selectDraw,
  selectDraws,
  selectLastSeen,
  selectVisitsOfDraw,
  type VisitRow,
} from '../../data/visits.ts'
import { type Drawn, draw } from '../../domain/inspections/draw.ts'
import { inspectionMessages } from '../../problems/inspection-messages.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireRound } from '../rounds/require-round.ts'

/** Share of the subjects that a second group sees, unless the office says otherwise. */
const usualAnchors = 0.1

/**
 * Draws who inspects where in a round, with a seed made here and kept, and plans the visits. What an earlier draw for
 * the round planned and nobody has made gives way. Errors: not_found (round), round_not_open, inspection_refused (sheet
 * or group that cannot be), draw_empty, id_taken.
 */
export async function makeDraw(context: CountyContext, wanted: NewDraw): Promise<DrawDetail> {
  return drawWith(context, wanted, newSeed())
}

/** The same with a seed of choice, for what must come out alike every time. Errors: as `makeDraw`. */
export async function drawWith(context: CountyContext, wanted: NewDraw, seed: string): Promise<DrawDetail> {
  const { db, now, member } = context
  const { round } = await requireRound(context, wanted.round, 'round.read')
  if (round.state !== 'open') throw new Problem('round_not_open')
  const competing = round.roster.filter(({ exempt }) => !exempt)
  const [[sheet], groups, seen] = await db.together(
    selectSheet(db, wanted.sheet),
    db.select(unit, and(inArray(unit.id, wanted.units), eq(unit.active, true))),
    selectLastSeen(
      db,
      competing.map(({ id }) => id),
    ),
  )
  if (!sheet?.current) throw refused('sheet', 'unknown_version')
  if (groups.length < new Set(wanted.units).size) throw refused('units', 'unknown_unit')
  const known = new Map(seen.map((one) => [one.id, one]))
  const input: DrawInput = {
    ...{ seed, anchors: wanted.anchors ?? usualAnchors, perUnit: wanted.perUnit ?? null },
    units: groups.map(({ id, covers }) => ({ id, covers })),
    reach: wanted.reach ?? 'anywhere',
    subjects: competing.map(({ id, township }) => {
      const { seen: when = null, by = null } = known.get(id) ?? {}
      return { id, township, seen: when, by }
    }),
  }
  const drawn = draw(input)
  if (drawn.visits.length === 0) throw new Problem('draw_empty')
  const id = wanted.id ?? newId(now.getTime())
  const row = {
    ...{ id, board: round.board, round: round.id, seed, input, sheet: sheet.id, dueOn: wanted.dueOn },
    ...{ visits: drawn.visits.length, left: drawn.left, note: wanted.note ?? null },
    ...{ by: member.id, at: now.toISOString() },
  }
  const open = and(eq(rounds.id, round.id), eq(rounds.state, 'open')) ?? eq(rounds.id, round.id)
  const fresh = and(db.absent(draws, eq(draws.id, id)), db.exists(rounds, open)) ?? sql`false`
  const detail = { round: round.id, visits: row.visits, units: groups.length }
  await db
    .write(
      db.demand(fresh),
      cancelEarlierDraws(db, round.id, `draw ${id}`),
      db.insert(draws, row),
      ...addVisits(db, visitsOf(context, row, drawn, input)),
      record(context, 'draw.add', id, detail),
    )
    .catch(async (error: unknown) => {
      if (!(error instanceof NotAsRead)) throw error
      throw new Problem((await db.first(draws, eq(draws.id, id))) ? 'id_taken' : 'round_not_open')
    })
  return readDraw(context, id)
}

/** Draws, the newest first. A cursor is an instant and an id. */
export async function listDraws(
  { db }: Pick<CountyContext, 'db'>,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number | undefined },
) {
  const [at, id] = cursor?.split('~') ?? []
  const before = at !== undefined && id !== undefined ? { at, id } : undefined
  const [rows] = await db.together(selectDraws(db, limit + 1, before))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(drawOf),
    nextCursor: rows.length > limit && last ? `${last.at}~${last.id}` : null,
  }
}

/** A draw with everybody's visits, its seed and what went in. Errors: not_found. */
export async function readDraw({ db }: Pick<CountyContext, 'db'>, id: string): Promise<DrawDetail> {
  const [[found], visits, groups] = await db.together(
    selectDraw(db, id),
    selectVisitsOfDraw(db, id),
    db.select(unit, undefined, { pick: ['id', 'name'], orderBy: unit.id, limit: 1000 }),
  )
  if (!found) throw new Problem('not_found')
  const names = new Map(groups.map(({ id: of, name }) => [of, name]))
  return {
    ...drawOf(found),
    ...{ note: found.note, input: found.input, left: found.left },
    assigned: visits.toSorted(byGroup).map((visit) => ({
      ...{
        visit: visit.id,
        unit: visit.unit ?? '',
        unitName: names.get(visit.unit ?? '') ?? visit.unit ?? '',
      },
      ...{ subject: visit.subject, subjectName: visit.subjectName, township: visit.township },
      ...{ purpose: visit.purpose, state: visit.state, inspection: visit.inspection },
    })),
  }
}

/** A group's visits stand together, the second looks last. */
function byGroup(a: VisitRow, b: VisitRow): number {
  const keyOf = ({ unit: group, purpose, subject }: VisitRow) =>
    `${group} ${purpose === 'rotation' ? 0 : 1} ${subject}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function drawOf({ id, board, boardName, round, roundNo, sheet, dueOn, at, visits }: NamedDraw): Draw {
  return { id, board, boardName, round, roundNo, sheet, dueOn, at, visits }
}

function visitsOf(
  { member, now }: CountyContext,
  row: { id: string; sheet: string; dueOn: string },
  { visits }: Drawn,
  { subjects }: DrawInput,
) {
  const townships = new Map(subjects.map(({ id, township }) => [id, township]))
  return visits.map(({ subject, unit: group, purpose }) => ({
    ...{ id: newId(now.getTime()), purpose, subject, township: townships.get(subject) ?? null },
    ...{ unit: group, inspector: null, sheet: row.sheet, draw: row.id, issue: null, dueOn: row.dueOn },
    ...{ state: 'planned' as const, inspection: null, by: member.id, at: now.toISOString() },
  }))
}

/** 128 random bits as hexadecimal digits: short enough to be printed on the draw. */
function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function refused(path: string, code: keyof typeof inspectionMessages): Problem {
  return new Problem(
    'inspection_refused',
    {},
    { fields: (language) => [{ path, message: inspectionMessages[code][language] }] },
  )
}
