import { hc } from 'hono/client'
import type { ProblemDocument } from '../../schema/api/common.ts'
import type { Api } from '../../worker/app.ts'
import { reportConnection } from './connection.ts'
import { takeEarly } from './early.ts'
import { Disconnected, problemOf } from './problem.ts'

/**
 * The typed client of `/api/v1`, made from the Worker's own routes:
 * `await answer(api.counties[':county'].areas.$get({ param: { county }, query: {} }))`.
 */
export const api = hc<Api>('/', { fetch: fetchAnswer }).api.v1

/** The body of a successful answer. Throws ApiProblem where the server refused, Disconnected where it was not reached. */
export async function answer<Sent extends { json(): Promise<unknown> }>(
  sent: Promise<Sent>,
): Promise<Exclude<Awaited<ReturnType<Sent['json']>>, ProblemDocument>> {
  const response = await sent
  return (
    response instanceof Response && response.status === 204 ? undefined : await response.json()
  ) as never
}

/** All pages of a list, one after the other; for lists a county keeps short (areas, members, units). */
export async function allPages<Item>(
  read: (cursor: { cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: { items: Item[]; nextCursor: string | null } = await read(cursor === null ? {} : { cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

/**
 * Sends a file's bytes, with progress from 0 to 1, which `fetch` cannot tell. The same errors as `answer`.
 * `path` is the path below `/api/v1`; `Answer` is the route's answer.
 */
export function upload<Answer>(
  path: string,
  file: Blob,
  options: { idempotencyKey: string; progress?: (part: number) => void },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('idempotency-key', options.idempotencyKey)
    request.upload.onprogress = (event) =>
      event.lengthComputable && options.progress?.(event.loaded / event.total)
    request.onload = () => {
      reportConnection(true)
      const response = new Response(request.responseText || null, { status: request.status })
      if (response.ok) resolve(response.json() as Promise<Answer>)
      else problemOf(response).then(reject)
    }
    request.onerror = () => {
      reportConnection(false)
      reject(new Disconnected())
    }
    request.send(file)
  })
}

/** `fetch` that throws what went wrong and tells the connection banner. */
async function fetchAnswer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await (takeEarly(input, init?.method) ?? fetch(input, init))
  } catch (error) {
    if (init?.signal?.aborted) throw error
    reportConnection(false)
    throw new Disconnected()
  }
  reportConnection(true)
  if (!response.ok) throw await problemOf(response)
  return response
}
