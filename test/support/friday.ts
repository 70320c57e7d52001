import { expect } from 'vitest'
import type { Board, Round } from '../../schema/api/boards.ts'
import type { Consequence, Objection } from '../../schema/api/consequences.ts'
import type { Policy } from '../../schema/api/ranking.ts'
import { anOpenRound, inOrder, sends } from './board.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** One source, ranked by each township: the last of a township is red, the first green, all of it by hand. */
export const ranksAlone: Policy = {
  sources: [{ key: 'township', kind: 'rank', scope: 'township', weight: 1, required: true }],
  method: 'percentile',
  minSources: 1,
  tieBreakers: [],
  bands: { green: { top: 1 }, red: { bottom: 2 } },
  consequences: [
    {
      band: 'red',
      streakAtLeast: 1,
      kind: 'interview',
      targets: ['village_lead', 'village_head'],
      dueInDays: 3,
    },
    {
      ...{ band: 'red', streakAtLeast: 2, kind: 'interview', targets: ['deputy_lead', 'top_lead'] },
      ...{ groupBy: 'township', dueInDays: 3 },
    },
    { band: 'green', streakAtLeast: 1, kind: 'commend', targets: [], dueInDays: 0 },
  ],
}

/** A round in which every township has ranked its villages, `reversed` ones from the last to the first, and closed. */
export async function aClosedWeek(
  county: TestCounty,
  board: Board,
  reversed: readonly string[] = [],
): Promise<Round> {
  const round = await anOpenRound(county, board)
  for (const { id } of townshipsOn(county, board)) {
    const sent = await sends(
      county,
      county.office,
      round,
      'township',
      id,
      inOrder(county, id, reversed.includes(id)),
    )
    expect(sent.status, sent.text).toBe(200)
  }
  return closes(county, round)
}

function townshipsOn({ townships, villagesOf }: TestCounty, { owner }: Board) {
  const own = townships.filter(({ id }) => id === owner)
  return (own.length > 0 ? own : townships).filter(({ id }) => villagesOf(id).length > 0)
}

export async function closes({ office, at }: TestCounty, round: Round): Promise<Round> {
  const answer = await office.put(at(`/rounds/${round.id}/closure`))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as Round
}

export function publishes(
  { office, at }: TestCounty,
  round: { id: string },
  body: object = {},
): Promise<Answer> {
  return office.put(at(`/rounds/${round.id}/publication`), body)
}

/** A week reported, closed and published. */
export async function aPublishedWeek(
  county: TestCounty,
  board: Board,
  reversed: readonly string[] = [],
): Promise<Round> {
  const round = await aClosedWeek(county, board, reversed)
  const answer = await publishes(county, round)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as Round
}

export async function consequencesOf({ at }: TestCounty, by: Client, query: string): Promise<Consequence[]> {
  const answer = await by.get(at(`/consequences?limit=500&${query}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: Consequence[] }).items
}

export async function objects(
  { at }: TestCounty,
  by: Client,
  round: { id: string },
  subject: string,
): Promise<Objection> {
  const answer = await by.post(at(`/rounds/${round.id}/objections`), { subject, text: '照片拍的是邻村' })
  expect(answer.status, answer.text).toBe(201)
  return answer.body as Objection
}
