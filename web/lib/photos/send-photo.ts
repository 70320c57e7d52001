import { reportConnection } from '../connection.ts'
import { ApiProblem, Disconnected, problemOf } from '../problem.ts'
import type { Prepared } from './prepare.ts'

/** Waits between attempts, in milliseconds: a village's signal comes and goes. */
const pauses = [1000, 3000, 8000]

/**
 * Sends a photo and then its thumbnail. The id is the client's and the same bytes again change nothing, so what broke
 * off is simply sent again. `progress` from 0 to 1. Errors: ApiProblem, Disconnected after the last attempt.
 */
export async function sendPhoto(
  county: string,
  id: string,
  prepared: Prepared,
  { progress, signal }: { progress: (part: number) => void; signal: AbortSignal },
): Promise<void> {
  const path = `/api/v1/counties/${county}/photos/${id}`
  const said = new URLSearchParams({ sha256: prepared.sha256, source: prepared.source })
  if (prepared.takenAt !== undefined) said.set('takenAt', prepared.takenAt)
  if (prepared.place) {
    said.set('lat', String(prepared.place.lat))
    said.set('lng', String(prepared.place.lng))
  }
  const share = prepared.picture.size / (prepared.picture.size + prepared.thumbnail.size)
  await persistently(
    () => put(`${path}?${said}`, prepared.picture, signal, (part) => progress(part * share)),
    signal,
  )
  const small = `${path}/thumbnail?sha256=${prepared.thumbnailSha256}`
  await persistently(
    () => put(small, prepared.thumbnail, signal, (part) => progress(share + part * (1 - share))),
    signal,
  )
}

async function persistently(attempt: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (const pause of pauses) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted || !passing(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return attempt()
}

/** What may be better in a moment: no connection, a server that stumbled, bytes that did not arrive whole. */
function passing(error: unknown): boolean {
  if (error instanceof Disconnected) return true
  return (
    error instanceof ApiProblem &&
    (error.status >= 500 || error.status === 429 || error.code === 'photo-hash')
  )
}

function put(
  path: string,
  bytes: Blob,
  signal: AbortSignal,
  progress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = new XMLHttpRequest()
    request.open('PUT', path)
    request.setRequestHeader('content-type', 'image/jpeg')
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onload = () => {
      reportConnection(true)
      const response = new Response(request.responseText || null, { status: request.status })
      if (response.ok) resolve()
      else problemOf(response).then(reject)
    }
    request.onerror = () => {
      reportConnection(false)
      reject(new Disconnected())
    }
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(bytes)
  })
}
