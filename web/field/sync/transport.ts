import { Disconnected } from '../../lib/problem.ts'

export type Sent = {
  method: 'GET' | 'PUT'
  path: string
  headers: Readonly<Record<string, string>>
  body?: string | Blob
  /** Part of the body that has gone, 0 to 1. */
  progress?: (part: number) => void
}
export type Answered = {
  status: number
  header(name: string): string | null
  json(): Promise<unknown>
  blob(): Promise<Blob>
}

/** One request to the service. Errors: Disconnected where no answer came, or none in time. */
export type Transport = (sent: Sent) => Promise<Answered>

/** A village's signal may be slow, but bytes that have not moved for so long will not arrive. */
const stalled = 45_000

/** By `fetch`, which a service worker has too. */
export const byFetch: Transport = async ({ method, path, headers, body }) => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), body instanceof Blob ? 4 * stalled : stalled)
  try {
    const response = await fetch(path, {
      ...{ method, headers, signal: patience.signal, cache: 'no-store', credentials: 'same-origin' },
      ...(body === undefined ? {} : { body }),
    })
    // All of it within the time: an answer cut off is none.
    const bytes = await response.blob()
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      json: async () => JSON.parse(await bytes.text()) as unknown,
      blob: async () => bytes,
    }
  } catch {
    throw new Disconnected()
  } finally {
    clearTimeout(timer)
  }
}

/** By XMLHttpRequest, which alone can tell how far an upload is. */
export const byRequest: Transport = (sent) =>
  sent.progress && typeof XMLHttpRequest !== 'undefined' ? uploaded(sent) : byFetch(sent)

function uploaded({ method, path, headers, body, progress }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    let timer = setTimeout(() => request.abort(), stalled)
    const end = (outcome: () => void) => () => {
      clearTimeout(timer)
      outcome()
    }
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), stalled)
      if (lengthComputable) progress?.(loaded / total)
    }
    request.onload = end(() =>
      resolve({
        status: request.status,
        header: (name) => request.getResponseHeader(name),
        json: async () => JSON.parse(request.responseText) as unknown,
        blob: async () => new Blob([request.responseText]),
      }),
    )
    const lost = end(() => reject(new Disconnected()))
    request.onerror = lost
    request.onabort = lost
    request.send(body ?? null)
  })
}
