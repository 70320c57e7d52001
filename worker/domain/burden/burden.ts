import type { Board } from '../../../schema/api/boards.ts'
import type { Source } from '../../../schema/api/ranking.ts'

/** Who has to do what is asked: a township's reporter, an inspecting group, or a team over the whole county. */
export type Asked = 'township' | 'inspector' | 'county_team'

/** What a county has set up, as far as it asks something of somebody. */
export type BurdenInput = {
  boards: readonly Pick<Board, 'id' | 'name' | 'subject' | 'owner' | 'cadence' | 'policy' | 'active'>[]
  /** Scoring sheets by id, with how many items each has. */
  sheets: ReadonlyMap<string, { items: number; photosRequired: number }>
  /** How many subjects stand on each board, by its id. */
  subjects: ReadonlyMap<string, number>
}

/**
 * One thing asked again and again: `fields` and `photos` of each subject each time, `perWeek` times a week, of so many
 * subjects. `derived` sources ask nothing by themselves; what they are made of is asked elsewhere.
 */
export type Ask = {
  board: string
  boardName: string
  source: string
  of: Asked
  fields: number
  photos: number
  perWeek: number
  subjects: number
}

/** Somebody asked twice for the same thing, or for something that counts nothing. */
export type Waste =
  | { kind: 'twice'; of: Asked; boards: [string, string]; sources: [string, string] }
  | { kind: 'derived_too'; boards: [string]; sources: [string, string] }
  | { kind: 'weightless'; boards: [string]; sources: [string] }

export type Burden = {
  asks: Ask[]
  /** Fields and photos asked about one village in one week, by everybody together and by each. */
  perVillage: { fields: number; photos: number; by: Record<Asked, { fields: number; photos: number }> }
  /** The same over all subjects: what everybody together has to enter in a week. */
  perWeek: Record<Asked, { fields: number; photos: number }>
  waste: Waste[]
}

/**
 * What a county's own configuration asks for: boards × how often × sources × who enters them. A source the system
 * derives asks nothing; the scoring sheet behind it is asked of inspectors. Photos count only where they are required.
 */
export function burdenOf({ boards, sheets, subjects }: BurdenInput): Burden {
  const active = boards.filter((board) => board.active)
  const asks = active.flatMap((board) =>
    board.policy.sources.flatMap((source) => askOf(board, source, sheets, subjects.get(board.id) ?? 0)),
  )
  const ofVillages = asks.filter(({ board }) => active.find(({ id }) => id === board)?.subject === 'village')
  const by = totals(ofVillages, () => 1)
  return {
    asks: asks.toSorted((a, b) => weight(b) - weight(a)),
    perVillage: { ...sum(Object.values(by)), by },
    perWeek: totals(asks, (ask) => ask.subjects),
    waste: [...twice(active), ...active.flatMap(wasteIn)],
  }
}

/** How often a week a board asks; a month has 52/12 weeks. */
export function timesAWeek({ every }: Board['cadence']): number {
  return every === 'day' ? 7 : every === 'week' ? 1 : 12 / 52
}

function askOf(
  board: BurdenInput['boards'][number],
  source: Source,
  sheets: BurdenInput['sheets'],
  subjects: number,
): Ask[] {
  const common = {
    ...{ board: board.id, boardName: board.name, source: source.key },
    ...{ perWeek: timesAWeek(board.cadence), subjects },
  }
  if (source.derivedFrom === 'inspections') {
    const sheet = sheets.get(source.sheet ?? '')
    if (!sheet) return []
    return [{ ...common, of: 'inspector', fields: sheet.items, photos: sheet.photosRequired }]
  }
  if (source.derivedFrom !== undefined) return []
  return [{ ...common, of: enteredBy(source), fields: source.exposed ? 2 : 1, photos: 0 }]
}

function enteredBy({ scope }: Source): Asked {
  return scope === 'township' ? 'township' : scope === 'rater' ? 'inspector' : 'county_team'
}

type Asking = { board: BurdenInput['boards'][number]; source: Source }

/** Two boards over the same subjects that ask the same people for the same kind of figure. */
function twice(boards: BurdenInput['boards']): Waste[] {
  const entered: Asking[] = boards.flatMap((board) =>
    board.policy.sources.filter((source) => !source.derivedFrom).map((source) => ({ board, source })),
  )
  return entered.flatMap((one, at) =>
    entered.slice(at + 1).flatMap((other): Waste[] => {
      const same =
        one.source.kind === other.source.kind &&
        one.source.scope === other.source.scope &&
        one.board.subject === other.board.subject &&
        one.board.owner === other.board.owner
      if (!same) return []
      const boards: [string, string] = [one.board.name, other.board.name]
      return [
        { kind: 'twice', of: enteredBy(one.source), boards, sources: [one.source.key, other.source.key] },
      ]
    }),
  )
}

function wasteIn({ name, policy }: BurdenInput['boards'][number]): Waste[] {
  const derived = policy.sources.find(({ derivedFrom }) => derivedFrom === 'inspections')
  const typed = policy.sources.filter(
    ({ derivedFrom, kind, scope }) => !derivedFrom && kind === 'score' && scope === 'rater',
  )
  return [
    ...typed.flatMap(({ key }): Waste[] =>
      derived ? [{ kind: 'derived_too', boards: [name], sources: [key, derived.key] }] : [],
    ),
    ...policy.sources
      .filter(({ weight, derivedFrom }) => weight === 0 && !derivedFrom)
      .map(({ key }): Waste => ({ kind: 'weightless', boards: [name], sources: [key] })),
  ]
}

function totals(
  asks: readonly Ask[],
  times: (ask: Ask) => number,
): Record<Asked, { fields: number; photos: number }> {
  const of = (asked: Asked) =>
    sum(
      asks
        .filter((ask) => ask.of === asked)
        .map((ask) => ({
          fields: ask.fields * ask.perWeek * times(ask),
          photos: ask.photos * ask.perWeek * times(ask),
        })),
    )
  return { township: of('township'), inspector: of('inspector'), county_team: of('county_team') }
}

function sum(parts: readonly { fields: number; photos: number }[]): { fields: number; photos: number } {
  return {
    fields: parts.reduce((all, { fields }) => all + fields, 0),
    photos: parts.reduce((all, { photos }) => all + photos, 0),
  }
}

/** What an ask costs in a week, a photo as dear as five fields: what to cut first stands first. */
function weight({ fields, photos, perWeek, subjects }: Ask): number {
  return (fields + 5 * photos) * perWeek * subjects
}
