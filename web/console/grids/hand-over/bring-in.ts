import type { HandedPhoto, HandedRecord } from '../../../../schema/api/hand-over.ts'
import type { HandedOver } from '../../../lib/hand-over.ts'
import { ApiProblem, Disconnected, problemOf } from '../../../lib/problem.ts'

/**
 * What became of a record: `done` now, `known` already, `unfinished` (a draft, which a phone goes on with), `refused`
 * with the reason. `missing`: photos that could not be brought in, of so many.
 */
export type Outcome = {
  state: 'done' | 'known' | 'unfinished' | 'refused'
  reason?: string
  photos: number
  missing: number
}

type Sending = { county: string; handed: HandedOver; step: () => void }

/** How many requests bringing a record in takes, to count the progress by. */
export function stepsOf({ put, sent, photos }: HandedRecord): number {
  return put === null && !sent ? 0 : photos.length + 1
}

/**
 * Brings a record in by the ordinary routes, and then its photos. Everything keeps its id, so that what is there already
 * stays as it is. `step` is called after each request. Errors: Disconnected; what the service refused is in the outcome.
 */
export async function bringIn(sending: Sending, record: HandedRecord): Promise<Outcome> {
  const { put, sent, photos } = record
  const none = { photos: 0, missing: 0 }
  if (put === null && !sent) return { state: 'unfinished', ...none }
  let state: Outcome['state'] = 'known'
  if (put && !sent) {
    const answer = await taken(() => sendRecord(sending.county, put))
    if (answer instanceof ApiProblem) return { state: 'refused', reason: said(answer), ...none }
    state = answer
  }
  sending.step()
  let missing = 0
  for (const photo of photos) {
    if (!(await bringPhoto(sending, photo))) missing += 1
    sending.step()
  }
  return { state, photos: photos.length, missing }
}

async function sendRecord(
  county: string,
  { path, body }: NonNullable<HandedRecord['put']>,
): Promise<'done' | 'known'> {
  const answer = await put(county, path, JSON.stringify(body), 'application/json')
  return answer.status === 201 ? 'done' : 'known'
}

/** Whether a photo is there now. Its small copy only makes it quicker to show. */
async function bringPhoto({ county, handed }: Sending, photo: HandedPhoto): Promise<boolean> {
  const { id, sha256, source, takenAt, place, thumbnailSha256 } = photo
  const query = new URLSearchParams({
    sha256,
    ...(source !== null && { source }),
    ...(takenAt !== null && { takenAt }),
    ...(place && { lat: String(place.lat), lng: String(place.lng) }),
    ...(place?.accuracy !== undefined && { accuracy: String(place.accuracy) }),
  })
  const picture = await whole(() => handed.picture(photo, 'photos'))
  if (!picture) return false
  const sent = await taken(() => put(county, `photos/${id}?${query}`, picture, 'image/jpeg'))
  if (sent instanceof ApiProblem) return false
  const small = await whole(() => handed.picture(photo, 'thumbnails'))
  const copy = `photos/${id}/thumbnail?sha256=${thumbnailSha256}`
  if (small) await taken(() => put(county, copy, small, 'image/jpeg'))
  return true
}

async function put(county: string, path: string, body: string | Blob, type: string): Promise<Response> {
  const headers = { 'content-type': type, 'x-handed-over': 'true' }
  let response: Response
  try {
    response = await fetch(`/api/v1/counties/${encodeURIComponent(county)}/${path}`, {
      ...{ method: 'PUT', headers, body },
    })
  } catch {
    throw new Disconnected()
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

/** What the service refused, as a value: the next record may well be taken. */
async function taken<Answer>(send: () => Promise<Answer>): Promise<Answer | ApiProblem> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500 && error.code !== 'signed-out') return error
    throw error
  }
}

/** A picture that is whole; undefined where it is cut off or changed. */
async function whole(read: () => Promise<ArrayBuffer>): Promise<Blob | undefined> {
  return read().then(
    (bytes) => new Blob([bytes], { type: 'image/jpeg' }),
    () => undefined,
  )
}

function said({ title, detail, errors }: ApiProblem): string {
  return [title || detail, ...errors.map(({ message }) => message)].join(' · ')
}
