import type { Answered, Sent, Transport } from '../../../web/field/sync/transport.ts'
import { Disconnected } from '../../../web/lib/problem.ts'
import { hashOf } from './phone.ts'

/** What happens to one request: it never arrives, its answer never does, or the service says something else. */
export type Fate =
  | 'lostBefore'
  | 'lostAfter'
  | { status: number; code?: string; retryAfter?: string; body?: unknown }
  | undefined

/** Thrown where the phone dies: nothing on it runs any further. */
export class Died extends Error {}

/** A service that takes each id once, remembers in which order, and refuses the same id with another body. */
export function aService(
  fate: (sent: Sent, nth: number) => Fate | 'diesBefore' | 'diesAfter' = () => undefined,
) {
  const records = new Map<string, string>()
  const photos = new Map<string, string>()
  const thumbnails = new Map<string, string>()
  const asked: Sent[] = []
  const effects: string[] = []

  const take = async (sent: Sent): Promise<Answered> => {
    const { path, id, kind, query } = read(sent.path)
    const bytes = sent.body instanceof Blob ? await sent.body.text() : (sent.body ?? '')
    if (kind === 'photos' || kind === 'thumbnail') {
      const sha256 = query.get('sha256') ?? ''
      if (hashOf(bytes) !== sha256) return problem(422, 'photo-hash')
      const announced = [...records.values()].some((body) => body.includes(id))
      if (!announced) return problem(409, 'not-announced')
      if (kind === 'photos' && !photos.has(id)) effects.push(id)
      ;(kind === 'photos' ? photos : thumbnails).set(id, bytes)
      return answered(200, { id, sha256: hashOf(photos.get(id) ?? '') })
    }
    const before = records.get(path)
    if (before !== undefined && before !== bytes) return problem(409, 'id-taken')
    if (before === undefined) effects.push(id)
    records.set(path, bytes)
    return answered(before === undefined ? 201 : 200, { id: kind === 'steps' ? path.split('/')[1] : id })
  }

  const transport: Transport = async (sent) => {
    asked.push(sent)
    const what = fate(sent, asked.length - 1)
    if (what === 'lostBefore') throw new Disconnected()
    if (what === 'diesBefore') throw new Died()
    if (typeof what === 'object')
      return what.code ? problem(what.status, what.code, what.retryAfter) : answered(what.status, what.body)
    const answer = await take(sent)
    if (what === 'lostAfter') throw new Disconnected()
    if (what === 'diesAfter') throw new Died()
    return answer
  }
  const bodyOf = (id: string) => {
    const found = [...records].find(([path]) => path.endsWith(`/${id}`))
    return found && (JSON.parse(found[1]) as Record<string, unknown>)
  }
  return { transport, records, photos, thumbnails, asked, effects, bodyOf }
}

function read(address: string) {
  const { pathname, searchParams: query } = new URL(address, 'http://service')
  const path = pathname.replace('/api/v1/counties/county/', '')
  const parts = path.split('/')
  const kind = parts.includes('steps')
    ? 'steps'
    : parts.includes('thumbnail')
      ? 'thumbnail'
      : (parts[0] ?? '')
  return { path, query, kind, id: (kind === 'steps' ? parts[3] : parts[1]) ?? '' }
}

export function answered(status: number, body: unknown, headers: Record<string, string> = {}): Answered {
  return {
    status,
    header: (name) => headers[name] ?? null,
    json: async () => {
      if (typeof body === 'string') throw new SyntaxError('no JSON')
      return JSON.parse(JSON.stringify(body)) as unknown
    },
    blob: async () => new Blob([typeof body === 'string' ? body : JSON.stringify(body)]),
  }
}

export function problem(status: number, code: string, retryAfter?: string): Answered {
  const said = { type: `/problems/${code}`, title: '没有收下', detail: '请修改', instance: '', status }
  return answered(
    status,
    { ...said, errors: [{ path: 'note', message: '太长' }] },
    retryAfter ? { 'retry-after': retryAfter } : {},
  )
}
