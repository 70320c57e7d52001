import { addDuration, type Durations, noDurations } from '../../domain/metrics/exposition.ts'

/** What one request was, for counting: its route's template, never its address. */
export type CountedRequest = {
  method: string
  route: string
  status: number
  milliseconds: number
  rowsRead: number
  rowsWritten: number
}

/** Kept in this isolate's memory, from its start: on the local host that is the whole service. */
export type Counters = {
  since: number
  requests: Map<string, { method: string; route: string; status: number; count: number }>
  durations: Map<string, Durations>
  jobs: Map<string, { kind: string; outcome: JobOutcome; count: number }>
  rowsRead: number
  rowsWritten: number
}
export type JobOutcome = 'done' | 'failed' | 'buried'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const jobKinds = ['tick', 'deliver', 'seal']

export const counters: Counters = noCounters()

export function noCounters(): Counters {
  return {
    ...{ since: 0, requests: new Map(), durations: new Map(), jobs: new Map() },
    ...{ rowsRead: 0, rowsWritten: 0 },
  }
}

export function countRequest(request: CountedRequest, now: number, into = counters): void {
  const { route, status, milliseconds, rowsRead, rowsWritten } = request
  const method = methods.includes(request.method) ? request.method : 'other'
  into.since ||= now
  const key = `${method} ${route} ${status}`
  const known = into.requests.get(key)
  if (known) known.count += 1
  else into.requests.set(key, { method, route, status, count: 1 })
  const durations = into.durations.get(route) ?? noDurations()
  into.durations.set(route, durations)
  addDuration(durations, milliseconds / 1000)
  into.rowsRead += rowsRead
  into.rowsWritten += rowsWritten
}

/** Counts one message of the queue; one of no known kind is `other`, so that a stranger's make no endless list. */
export function countJob(said: string, outcome: JobOutcome, into = counters): void {
  const kind = jobKinds.includes(said) ? said : 'other'
  const key = `${kind} ${outcome}`
  const known = into.jobs.get(key)
  if (known) known.count += 1
  else into.jobs.set(key, { kind, outcome, count: 1 })
}
