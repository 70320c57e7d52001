import { createHash } from 'node:crypto'
import { demoReports, demoVillages } from '../../../schema/demo/weeks.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'
import type { PackedTownship } from '../../../worker/files/regions.ts'

/** A row of a table: column → value as SQLite stores it. */
export type SeedRow = Record<string, string | number | null>
/** Rows of one county by table, in an order that foreign keys allow. */
export type SeededCounty = { control: [string, SeedRow[]][]; shard: [string, SeedRow[]][]; villages: number }
/** The week that is about to close: instants as ISO text. */
export type SeedWeek = { opensAt: string; closesAt: string }

export const seedBoard = 'board-village'
export const seedRound = 'round-2'

/**
 * A county on its Friday, a minute before six: areas, the shipped three-colour board with last week's bands, this
 * week's round with every report in and no draft yet, and a machine's token of its office.
 */
export function seededCounty(
  code: string,
  name: string,
  townships: readonly PackedTownship[],
  { shard, week }: { shard: number; week: SeedWeek },
): SeededCounty {
  const county = tenantOf(code)
  const areas = areasOf(code, name, townships)
  const villages = areas.filter(({ level }) => level === 'village')
  const names = new Map(areas.map((area) => [area.id, area.name]))
  const roster = villages.map(({ id, name, parent }) => {
    return { id, name, township: parent, townshipName: names.get(parent) ?? '' }
  })
  const reporters = { groupOf: (township: string) => `group-${township}`, drone: 'drone-team' }
  const reports = demoReports(demoVillages(villages, Number(code)), reporters, Number(code), 1)
  const carried = carriedBy(roster.map(({ id }) => id))
  const own = <Row extends SeedRow>(row: Row) => ({ county, ...row })
  const policy = JSON.stringify(threeColourTemplate)
  const campaign = {
    id: 'campaign',
    name: '农村人居环境整治行动',
    startsOn: '2026-01-01',
    endsOn: '2099-12-31',
  }
  return {
    villages: villages.length,
    control: controlRows(code, name, { shard, week, villages: villages.length }),
    shard: [
      ['area', areas.map(({ parent, ...area }) => own({ ...area, parent: parent || null, active: 1 }))],
      ['unit', unitsOf(townships.map(([digits, called]) => [code + digits, called])).map(own)],
      ['campaign', [own(campaign)]],
      [
        'board',
        [
          own({
            ...{ id: seedBoard, campaign: 'campaign', name: '村级三色榜', subject: 'village', owner: code },
            cadence: JSON.stringify({ every: 'week', closesOn: 'friday', closesAt: '18:00' }),
            ...{ visibility: 'public', policy, active: 1, createdAt: week.opensAt },
          }),
        ],
      ],
      [
        'round',
        [
          own({
            ...{ id: seedRound, board: seedBoard, no: 2, state: 'open', ...week },
            ...{ policy, roster: JSON.stringify(roster), version: reports.length },
          }),
        ],
      ],
      [
        'history',
        [
          own({
            ...{ board: seedBoard, no: 1, round: null, closedAt: week.opensAt },
            ...{ standings: JSON.stringify(carried), carried: JSON.stringify(carried) },
          }),
        ],
      ],
      [
        'report',
        reports.map(({ source, reporter, entries }) =>
          own({
            ...{ round: seedRound, source, reporter, entries: JSON.stringify(entries) },
            ...{ sentBy: 'seed', onBehalf: 0, sentAt: week.opensAt, digest: '' },
          }),
        ),
      ],
    ],
  }
}

/** The tenant's id of a seeded county, a UUID that says which county it is. */
export function tenantOf(code: string): string {
  return `00000000-0000-7000-8000-000000${code}`
}

/** The secret of a seeded county's token. */
export function secretOf(code: string): string {
  return `xb_national_friday_${code}`
}

/** A liaison group for each township, and the drone team. */
function unitsOf(townships: readonly [id: string, name: string][]): SeedRow[] {
  const group = (id: string, name: string, covers: string[]) => {
    return { id, name, kind: 'group', covers: JSON.stringify(covers), active: 1 }
  }
  return [
    ...townships.map(([id, name]) => group(`group-${id}`, `${name}包抓组`, [id])),
    group('drone-team', '无人机巡查组', []),
  ]
}

type SeedArea = { id: string; code: string; name: string; level: string; parent: string }

function areasOf(code: string, name: string, townships: readonly PackedTownship[]): SeedArea[] {
  const area = (id: string, called: string, level: string, parent: string) => {
    return { id, code: id, name: called, level, parent }
  }
  return [
    area(code, name, 'county', ''),
    ...townships.map(([digits, called]) => area(code + digits, called, 'township', code)),
    ...townships.flatMap(([digits, , villages]) =>
      villages.map((packed) => {
        const township = code + digits
        return area(township + packed.slice(0, 3), packed.slice(3), 'village', township)
      }),
    ),
  ]
}

/** Last week's bands: the first thirty green, the last thirty red, each for the first time. */
function carriedBy(villages: readonly string[]): Record<string, { band: string; streak: number }> {
  const band = (at: number) => (at < 30 ? 'green' : at >= villages.length - 30 ? 'red' : 'yellow')
  return Object.fromEntries(villages.map((id, at) => [id, { band: band(at), streak: 1 }]))
}

function controlRows(
  code: string,
  name: string,
  { shard, week, villages }: { shard: number; week: SeedWeek; villages: number },
): [string, SeedRow[]][] {
  const county = tenantOf(code)
  const at = week.opensAt
  const scope = {
    role: 'county_admin',
    scopeKind: 'county',
    createdAt: at,
    expiresAt: '2099-12-31T00:00:00.000Z',
  }
  const token = {
    id: `token-${code}`,
    county,
    name: 'bench',
    hash: createHash('sha256').update(secretOf(code)).digest('hex'),
    ...scope,
  }
  return [
    [
      'county',
      [
        {
          ...{
            id: county,
            code,
            name,
            kind: '县',
            province: '',
            city: '',
            office: '整治办',
            status: 'approved',
          },
          ...{ demo: 0, shard, villages, areas: 'ready', createdAt: at, approvedAt: at },
        },
      ],
    ],
    ['token', [{ ...token, createdBy: 'seed' }]],
    ['due', [{ county, at: Date.parse(week.closesAt), version: 0 }]],
  ]
}
