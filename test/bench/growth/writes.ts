import { systemContext } from '../../../worker/actions/tick.ts'
import { newId } from '../../../worker/data/new-id.ts'
import type { Host } from '../../../worker/local/host.ts'
import { reportedRound } from '../../support/full-board.ts'
import { day } from '../../support/years/settled-week.ts'
import { envOf } from '../host-env.ts'
import { median } from '../median.ts'
import type { requestLog } from '../request-log.ts'
import { type Asked, ask } from './asked.ts'
import type { Seeded } from './seed-years.ts'

const weeks = 3

/** A round's end, some weeks running (its draft, its closing, its publication), and what a day brings. */
export async function writesOf(
  host: Host,
  origin: string,
  { county, token, known, villages }: Seeded,
  log: ReturnType<typeof requestLog>,
): Promise<Map<string, Asked>> {
  const found: Record<string, Asked[]> = {}
  const once = async (name: string, method: string, path: string, body?: object) => {
    const at = `/api/v1/counties/${county}${path}`
    const text = body === undefined ? {} : { body: JSON.stringify(body) }
    const cost = await ask(origin, { method, path: at, token, ...text }, log)
    found[name] = [...(found[name] ?? []), cost]
  }
  const env = await envOf(host.mf)
  const townships = new Set(villages.map(({ township }) => township)).size
  const board = { id: known.board, villages, townships }
  for (let week = 0; week < weeks; week++) {
    let id = known.open
    if (week > 0) {
      const context = await systemContext(env, county, new Date(Date.now() + week * 7 * day))
      if (!context) throw new Error('the county is gone')
      id = (await reportedRound(context, board, 1 + (week % 2))).id
    }
    await once('draft', 'GET', `/rounds/${id}/standings`)
    await once('closing', 'PUT', `/rounds/${id}/closure`)
    await once('publication', 'PUT', `/rounds/${id}/publication`)
    const issue = newId()
    const foundAt = new Date().toISOString()
    const body = {
      category: 'pile-waste',
      area: known.village,
      source: 'superior',
      text: '村口垃圾',
      foundAt,
    }
    await once('an issue raised', 'PUT', `/issues/${issue}`, body)
    await once('a step taken', 'PUT', `/issues/${issue}/steps/${newId()}`, { kind: 'noted', note: '已看过' })
  }
  return new Map(Object.entries(found).map(([name, all]) => [name, medians(all)]))
}

function medians(all: readonly Asked[]): Asked {
  const of = (pick: (one: Asked) => number) => median(all.map(pick))
  return {
    ...{ ms: of(({ ms }) => ms), bytes: of(({ bytes }) => bytes), rows: of(({ rows }) => rows) },
    ...{ statements: of(({ statements }) => statements), trips: of(({ trips }) => trips) },
  }
}
