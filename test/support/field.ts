import { expect } from 'vitest'
import type { FieldBundle, GridPoint, NewPatrol } from '../../schema/api/field.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** A grid of a village. */
export async function aGrid({ office, at }: TestCounty, village: string, name = '一组网格'): Promise<string> {
  const answer = await office.post(at('/areas'), { name, level: 'grid', parent: village })
  expect(answer.status, answer.text).toBe(201)
  return (answer.body as { id: string }).id
}

/** The ids of the points a grid has been given, by name. */
export async function points(
  { office, at }: TestCounty,
  grid: string,
  names: readonly string[],
): Promise<string[]> {
  const wanted = names.map((name) => ({ id: newId(), name }))
  const answer = await office.put(at(`/grids/${grid}/points`), { points: wanted, seen: [] })
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: GridPoint[] }).items.map(({ id }) => id)
}

/** A walk of half an hour that ended five minutes ago. */
export function aPatrol(grid: string, found: Record<string, boolean> = {}): NewPatrol {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  return {
    ...{ grid, startedAt: ago(35), endedAt: ago(5) },
    points: Object.entries(found).map(([point, good]) => ({ point, good })),
  }
}

export function walks({ at }: TestCounty, by: Client, patrol: unknown, id = newId()): Promise<Answer> {
  return by.put(at(`/patrols/${id}`), patrol)
}

/** What a member's phone is given, for certain. */
export async function bundleOf({ at }: TestCounty, member: Client): Promise<FieldBundle> {
  const answer = await member.get(at('/field'))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as FieldBundle
}
