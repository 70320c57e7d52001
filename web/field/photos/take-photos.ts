import { type Prepared, preparePhoto, type Unfit } from '../../lib/photos/prepare.ts'
import { newUuid } from '../../lib/request-key.ts'
import type { KeptPhoto } from '../store/database.ts'
import type { photoRows } from '../store/photo-rows.ts'
import type { FieldPhoto, Refusal } from '../store/records.ts'
import { isFull, roomFor, roomLeft } from '../store/room.ts'
import type { FieldStore } from '../store/store.ts'

export type Prepare = (file: File, now: number) => Promise<Prepared | Unfit>
type Untaken = Awaited<ReturnType<FieldStore['addPhotos']>>[number]
export type Taking = {
  owner: string
  rows: ReturnType<typeof photoRows>
  changed: () => void
  now: () => number
  prepare?: Prepare
  room?: typeof roomLeft
}

/** A place where nobody else is known to be making the photo any more. */
const abandoned = 5 * 60_000
const mostBytes = 60_000_000

/**
 * Takes picked files in, one after the other since phones have little memory. Each first gets its place, with the file
 * itself where there is room, so that a phone that dies meanwhile goes on where it was; then the photo is made of it.
 */
export function photoTaking({ owner, rows, changed, now, prepare = preparePhoto, room = roomLeft }: Taking) {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  const make = async (id: string, file: File): Promise<Untaken['why'] | undefined> => {
    const prepared = await prepare(file, now())
    if (typeof prepared === 'string') return prepared
    try {
      await rows.complete(id, prepared)
    } catch (error) {
      if (!isFull(error)) throw error
      return rows.complete(id, prepared, { alone: true }).then(
        () => undefined,
        () => 'noRoom' as const,
      )
    }
    return undefined
  }

  const take = async (
    record: string,
    file: File,
    as: Pick<FieldPhoto, 'of' | 'role'>,
  ): Promise<Untaken['why'] | undefined> => {
    if (file.size > mostBytes) return 'tooLarge'
    const left = await room()
    if (left.state === 'full') return 'noRoom'
    const photo = newPhoto(owner, record, as, now())
    const picked = roomFor(left, file.size) ? { bytes: await file.arrayBuffer(), type: file.type } : undefined
    const added = await rows.add(photo, picked).catch((error: unknown) => {
      if (!isFull(error)) throw error
      return picked ? rows.add(photo, undefined).catch(() => 'noRoom' as const) : ('noRoom' as const)
    })
    if (added === 'noRoom') return added
    if (!added) return 'tooMany'
    changed()
    const why = await make(photo.id, file).catch(async (error: unknown) => {
      await rows.remove(photo.id)
      throw error
    })
    if (why || (await isRepeated(rows, record, photo.id))) await rows.remove(photo.id)
    changed()
    return why
  }

  return {
    take: (record: string, files: readonly File[], as: Pick<FieldPhoto, 'of' | 'role'>): Promise<Untaken[]> =>
      inTurn(async () => {
        const untaken: Untaken[] = []
        for (const file of files) {
          const why = await take(record, file, as)
          if (why) untaken.push({ name: file.name, why })
        }
        return untaken
      }),

    /** Goes on with photos that a kill left unmade; what was not kept is gone, and says so. */
    resume: (): Promise<void> =>
      inTurn(async () => {
        for (const { id, addedAt = 0 } of await rows.unmade()) {
          const picked = await rows.bytes(id, 'original')
          if (!picked && addedAt > now() - abandoned) continue
          const why = picked
            ? await make(id, new File([picked.bytes], '', { type: picked.type }))
            : 'picture-lost'
          if (why) await rows.giveUp(id, { ...unmade, code: why })
          changed()
        }
      }),
  }
}

const unmade: Refusal = { status: 0, code: '', title: '', detail: '', errors: [] }

/** The same picture picked twice for the same thing shows it once. */
async function isRepeated(rows: Taking['rows'], record: string, id: string): Promise<boolean> {
  const photos = await rows.list(record)
  const made = photos.find((photo) => photo.id === id)
  return photos.some(
    ({ source, of, role, ...other }) =>
      other.id !== id && source !== null && source === made?.source && of === made.of && role === made.role,
  )
}

function newPhoto(
  owner: string,
  record: string,
  as: Pick<FieldPhoto, 'of' | 'role'>,
  now: number,
): KeptPhoto {
  const unmadeYet = {
    sha256: null,
    thumbnailSha256: null,
    source: null,
    takenAt: null,
    place: null,
    bytes: 0,
  }
  const unsent = { state: 'draft' as const, progress: 0, attempts: 0, nextAt: null, refusal: null }
  return { id: newUuid(), owner, record, ...as, ...unmadeYet, ...unsent, position: 0, addedAt: now }
}
