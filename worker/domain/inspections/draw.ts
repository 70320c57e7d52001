import type { DrawInput } from '../../../schema/api/visits.ts'
import { type Chance, chanceFrom } from './chance.ts'

export type DrawnVisit = { subject: string; unit: string; purpose: 'rotation' | 'anchor' }
/** `left`: subjects that no group was free for. */
export type Drawn = { visits: DrawnVisit[]; left: string[] }

type Subject = DrawInput['subjects'][number]
type Unit = DrawInput['units'][number]

/**
 * Draws who inspects where. Those longest unseen come first, equal ones by chance; each goes to the group with the
 * fewest visits that may go there, rather not the one that saw it last, else by chance. Of those drawn a share is seen
 * by a second group: the anchors, whose second visit measures the groups' severity and is never a second value. The
 * same input and seed give the same draw; the order in which groups and subjects are listed says nothing.
 */
export function draw(input: DrawInput): Drawn {
  const chance = chanceFrom(input.seed)
  const units = chance.shuffled(input.units.toSorted(byId))
  const waiting = chance.shuffled(input.subjects.toSorted(byId)).sort(byLastSeen)
  const room = input.perUnit ?? Number.POSITIVE_INFINITY
  const table = new Table(units, input.reach, room)
  const left = waiting.filter((subject) => !table.place(subject)).map(({ id }) => id)
  table.level()
  const rotation = table.placed()
  return { visits: [...rotation.map(bare), ...anchors(input, rotation, units, chance)], left: left.sort() }
}

/** Whether a group may be sent to a subject. A group that covers nothing in particular may go anywhere. */
export function mayVisit(reach: DrawInput['reach'], unit: Unit, subject: Subject): boolean {
  if (reach === 'anywhere' || unit.covers.length === 0) return true
  const own = unit.covers.includes(subject.township) || unit.covers.includes(subject.id)
  return reach === 'covered' ? own : !own
}

/** Who goes where so far. */
class Table {
  readonly #units: readonly Unit[]
  readonly #reach: DrawInput['reach']
  readonly #room: number
  readonly #of: Map<string, Subject[]>

  constructor(units: readonly Unit[], reach: DrawInput['reach'], room: number) {
    this.#units = units
    this.#reach = reach
    this.#room = room
    this.#of = new Map(units.map(({ id }) => [id, []]))
  }

  /** Finds a group for a subject, moving one other subject on where that makes room; false where there is none. */
  place(subject: Subject): boolean {
    const able = this.#able(subject)
    const free = this.#lightest(
      able.filter((unit) => this.#visits(unit).length < this.#room),
      subject,
    )
    if (free) {
      this.#visits(free).push(subject)
      return true
    }
    for (const unit of able) {
      for (const other of this.#visits(unit)) {
        const elsewhere = this.#lightest(
          this.#able(other).filter((next) => next !== unit && this.#visits(next).length < this.#room),
          other,
        )
        if (!elsewhere) continue
        this.#move(other, unit, elsewhere)
        this.#visits(unit).push(subject)
        return true
      }
    }
    return false
  }

  /** Evens out what the order of placing left uneven: no group has two more than another that could take one. */
  level(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const heavy of this.#units) {
        for (const light of this.#units) {
          if (this.#visits(heavy).length < this.#visits(light).length + 2) continue
          const fitting = this.#visits(heavy).find((subject) => mayVisit(this.#reach, light, subject))
          if (!fitting) continue
          this.#move(fitting, heavy, light)
          moved = true
        }
      }
    }
  }

  placed(): (DrawnVisit & { of: Subject })[] {
    return this.#units.toSorted(byId).flatMap((unit) =>
      this.#visits(unit)
        .toSorted(byId)
        .map((of) => ({ subject: of.id, unit: unit.id, purpose: 'rotation' as const, of })),
    )
  }

  #able(subject: Subject): Unit[] {
    return this.#units.filter((unit) => mayVisit(this.#reach, unit, subject))
  }

  /** Units stand in an order drawn by chance, so the first of equals is a random one. */
  #lightest(units: readonly Unit[], subject: Subject): Unit | undefined {
    const burden = (unit: Unit) => 2 * this.#visits(unit).length + (unit.id === subject.by ? 1 : 0)
    return units.reduce<Unit | undefined>(
      (best, unit) => (best === undefined || burden(unit) < burden(best) ? unit : best),
      undefined,
    )
  }

  #move(subject: Subject, from: Unit, to: Unit): void {
    const rest = this.#visits(from)
    rest.splice(rest.indexOf(subject), 1)
    this.#visits(to).push(subject)
  }

  #visits({ id }: Unit): Subject[] {
    return this.#of.get(id) ?? []
  }
}

/** The share of those drawn that a second group sees as well, the second visits spread evenly over the groups. */
function anchors(
  { anchors: share, reach }: DrawInput,
  rotation: readonly (DrawnVisit & { of: Subject })[],
  units: readonly Unit[],
  chance: Chance,
): DrawnVisit[] {
  const wanted = Math.round(rotation.length * share)
  const second = new Map(units.map(({ id }) => [id, 0]))
  const found: DrawnVisit[] = []
  for (const { of, unit: first } of chance.shuffled(rotation)) {
    if (found.length === wanted) break
    const others = units.filter((unit) => unit.id !== first && mayVisit(reach, unit, of))
    const least = Math.min(...others.map(({ id }) => second.get(id) ?? 0))
    const unit = others.find(({ id }) => second.get(id) === least)
    if (!unit) continue
    second.set(unit.id, least + 1)
    found.push({ subject: of.id, unit: unit.id, purpose: 'anchor' })
  }
  return found.sort((a, b) => compare(a.unit, b.unit) || compare(a.subject, b.subject))
}

function bare({ subject, unit, purpose }: DrawnVisit): DrawnVisit {
  return { subject, unit, purpose }
}

/** Never seen first, then the longest ago. The order of equals is kept. */
function byLastSeen(a: Subject, b: Subject): number {
  return compare(a.seen ?? '', b.seen ?? '')
}

function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
