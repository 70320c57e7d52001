import { expect } from 'vitest'
import { ask } from '../console.ts'
import type { Person } from '../people.ts'

const code = '620421'
export const county = `/counties/${code}`
export const console = `/console/${code}`

export type Places = { township: string; villages: { id: string; name: string }[] }
export type Setup = Places & { group: string; sheet: string; round: string; board: string }

type List<Item> = { items: Item[] }
type Made = { id: string }

const password = 'jing-yuan-xian-2026'

/** 靖远县 signs up; the answer is its first township with at least four villages. */
export async function signUp({ page }: Person): Promise<Places> {
  await page.goto('/signup/')
  const account = { name: '县办主任', login: 'jingyuan-office', password }
  await ask(page, 'POST', '/signup', { county: code, office: '靖远县环境整治办公室', account })
  await expect
    .poll(async () => (await ask<{ setup: { areas: string } }>(page, 'GET', county)).setup.areas, {
      timeout: 60_000,
    })
    .toBe('ready')
  const townships = await ask<List<Made>>(page, 'GET', `${county}/areas?level=township`)
  for (const { id } of townships.items) {
    const villages = await ask<List<Made & { name: string }>>(
      page,
      'GET',
      `${county}/areas?level=village&parent=${id}`,
    )
    if (villages.items.length >= 4) return { township: id, villages: villages.items }
  }
  throw new Error('no township with four villages')
}

/** Invites somebody and signs them in at their own device. */
export async function join(
  office: Person,
  who: Person,
  member: { name: string; login: string; role: string; scope: string },
) {
  const { activation } = await ask<{ activation: { token: string } }>(
    office.page,
    'POST',
    `${county}/members`,
    member,
  )
  await who.page.goto('/signin/')
  await ask(who.page, 'POST', '/activations', { token: activation.token, password })
}

/** The group that inspects, a scoring sheet whose findings are known categories, who is told when. */
export async function setUp({ page }: Person, { township, villages }: Places): Promise<Setup> {
  const post = <Answer>(path: string, body: unknown) => ask<Answer>(page, 'POST', `${county}${path}`, body)
  const [village] = villages
  const group = await post<Made>('/units', { name: '县督查组', kind: 'group' })
  const since = { startsOn: '2026-01-01' }
  await post('/posts', { area: township, post: 'deputy_lead', holder: '分管镇长', ...since })
  await post('/posts', { area: village?.id, post: 'village_lead', holder: '包村干部', ...since })
  const sheet = await post<Made>('/sheets', {
    ...{ name: '村庄检查表', subject: 'village', method: 'deductions' },
    items: [
      {
        ...{ key: 'waste', name: '生活垃圾', max: 50 },
        deductions: [
          { key: 'heap', name: '积存垃圾，每堆', points: 4, category: 'pile-waste' },
          { key: 'straw', name: '柴草乱堆，每处', points: 2, category: 'pile-straw' },
        ],
      },
      {
        ...{ key: 'water', name: '污水沟塘', max: 50 },
        deductions: [{ key: 'sewage', name: '直排，每处', points: 6, category: 'sewage' }],
      },
    ],
  })
  const campaign = await post<Made>('/campaigns', {
    ...{ name: '环境整治', startsOn: '2026-01-01', endsOn: '2036-12-31' },
  })
  const board = await post<Made>('/boards', {
    ...{ campaign: campaign.id, name: '督查整改榜', subject: 'village', owner: township },
    cadence: { every: 'month', closesOn: 28, closesAt: '18:00' },
    policy: {
      sources: [
        { key: 'inspection', kind: 'score', scope: 'county', weight: 2, derivedFrom: 'inspections' },
        { key: '按时整改', kind: 'score', scope: 'county', weight: 1, derivedFrom: 'rectifiedOnTime' },
        { key: '超期未改', kind: 'count', scope: 'county', weight: 1, derivedFrom: 'openOverdue' },
      ],
      ...{ method: 'percentile', minSources: 1, tieBreakers: ['inspection'] },
      bands: { green: { top: 1 }, red: { bottom: 1 } },
    },
  })
  const round = await openRound(page, board.id)
  return { township, villages, group: group.id, sheet: sheet.id, board: board.id, round }
}

/** The round that the clock opens by itself, its end moved on so that no clock closes it meanwhile. */
async function openRound(page: Person['page'], board: string): Promise<string> {
  let open: Made | undefined
  await expect
    .poll(
      async () => {
        const rounds = await ask<List<Made & { state: string }>>(
          page,
          'GET',
          `${county}/boards/${board}/rounds`,
        )
        open = rounds.items.find(({ state }) => state === 'open')
        return open?.id
      },
      { timeout: 60_000 },
    )
    .toBeDefined()
  const id = open?.id ?? ''
  await extend(page, id, 10)
  return id
}

/** Moves the end of the round so many days on from now; it also wakes the county's clock. */
export async function extend(page: Person['page'], round: string, days: number) {
  const closesAt = new Date(Date.now() + days * 86_400_000).toISOString()
  await ask(page, 'PATCH', `${county}/rounds/${round}`, { closesAt })
}
