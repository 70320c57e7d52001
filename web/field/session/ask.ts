import { Disconnected, problemOf } from '../../lib/problem.ts'

/** One request outside a county. Errors: ApiProblem, Disconnected. An answer that is not the service's counts as none. */
export async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      ...{ method, cache: 'no-store', credentials: 'same-origin' },
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  } catch {
    throw new Disconnected()
  }
  if (response.status === 204) return undefined
  if (!/json/.test(response.headers.get('content-type') ?? '')) throw new Disconnected()
  if (!response.ok) throw await problemOf(response)
  try {
    return await response.json()
  } catch {
    throw new Disconnected()
  }
}
