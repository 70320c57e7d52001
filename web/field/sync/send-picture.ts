import type { KeptPhoto } from '../store/database.ts'
import type { Transport } from './transport.ts'
import { type Verdict, verdictOn } from './verdict.ts'

type Picture = {
  photo: KeptPhoto
  whole: ArrayBuffer
  small: ArrayBuffer | undefined
  county: string
  transport: Transport
  headers: () => Record<string, string>
  /** The picture itself has arrived: from here on only its small copy is missing. */
  uploaded: () => Promise<void>
  progress: (part: number) => void
}

/** Sends a picture and then its small copy. Errors: Disconnected. */
export async function sendPicture(picture: Picture): Promise<Verdict> {
  const { photo, whole, small, county, transport, headers, uploaded, progress } = picture
  const path = `/api/v1/counties/${county}/photos/${photo.id}`
  const share = whole.byteLength / (whole.byteLength + (small?.byteLength ?? 0))
  const put = async (address: string, bytes: ArrayBuffer, from: number, to: number): Promise<Verdict> => {
    const answered = await transport({
      method: 'PUT',
      path: address,
      headers: { ...headers(), 'content-type': 'image/jpeg' },
      body: new Blob([bytes], { type: 'image/jpeg' }),
      progress: (part) => progress(from + (to - from) * part),
    })
    const verdict = await verdictOn(answered)
    const surely = verdict.kind !== 'taken' || verdict.answer.sha256 === photo.sha256
    return surely ? verdict : { kind: 'later', stumbled: false }
  }
  if (!photo.uploaded) {
    const verdict = await put(`${path}?${noted(photo)}`, whole, 0, share)
    if (verdict.kind !== 'taken') return verdict
    await uploaded()
  }
  if (!small || photo.thumbnailSha256 === null) return { kind: 'taken', answer: {} }
  const verdict = await put(`${path}/thumbnail?sha256=${photo.thumbnailSha256}`, small, share, 1)
  // The picture is there; without its small copy it is only slower to show.
  const enough = verdict.kind === 'refused' && verdict.refusal.status !== 404
  return enough ? { kind: 'taken', answer: {} } : verdict
}

function noted({ sha256, source, takenAt, place }: KeptPhoto): URLSearchParams {
  const said = new URLSearchParams({ sha256: sha256 ?? '' })
  if (source !== null) said.set('source', source)
  if (takenAt !== null) said.set('takenAt', takenAt)
  if (place) {
    said.set('lat', String(place.lat))
    said.set('lng', String(place.lng))
    if (place.accuracy !== undefined) said.set('accuracy', String(place.accuracy))
  }
  return said
}
