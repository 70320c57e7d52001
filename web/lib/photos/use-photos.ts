import { useEffect, useRef, useState } from 'react'
import { newUuid } from '../request-key.ts'
import { type Prepared, preparePhoto, type Unfit } from './prepare.ts'
import { sendPhoto } from './send-photo.ts'

/** A photo on its way: picked, shrunk, sent. `fault` says why it is not. */
export type Draft = {
  id: string
  name: string
  state: 'preparing' | 'sending' | 'failed'
  /** Sent part, 0 to 1. */
  progress: number
  prepared?: Prepared
  fault?: Unfit | { error: unknown }
}

type Picked = { county: string; value: readonly string[]; change: (ids: string[]) => void; max: number }

/**
 * The photos of one field: `value` are the ids of those that are stored, `drafts` those that are not yet. `previews`
 * are addresses of what was picked here, by id.
 */
export function usePhotos({ county, value, change, max }: Picked) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [repeated, setRepeated] = useState(false)
  const now = useRef({ value, change, sources: new Map<string, string>(), queue: Promise.resolve() })
  now.current.value = value
  now.current.change = change
  const leaving = useLeaving(previews)

  const update = (id: string, part: Partial<Draft>) =>
    setDrafts((all) => all.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)))
  const leave = (id: string) => setDrafts((all) => all.filter((draft) => draft.id !== id))

  const send = async (id: string, prepared: Prepared) => {
    update(id, { state: 'sending', progress: 0, prepared })
    const { signal } = leaving
    try {
      await sendPhoto(county, id, prepared, { progress: (progress) => update(id, { progress }), signal })
    } catch (error) {
      if (!signal.aborted) update(id, { state: 'failed', fault: { error } })
      return
    }
    // Taken off the list meanwhile: it stays unused, and the service forgets it.
    if (!now.current.sources.has(id)) return
    now.current.value = [...now.current.value, id]
    now.current.change([...now.current.value])
    leave(id)
  }

  const prepare = async (id: string, file: File) => {
    const prepared = await preparePhoto(file, Date.now())
    if (typeof prepared === 'string') return update(id, { state: 'failed', fault: prepared })
    if (!now.current.sources.has(id)) return
    if ([...now.current.sources.values()].includes(prepared.source)) {
      setRepeated(true)
      now.current.sources.delete(id)
      return leave(id)
    }
    now.current.sources.set(id, prepared.source)
    setPreviews((all) => ({ ...all, [id]: URL.createObjectURL(prepared.thumbnail) }))
    await send(id, prepared)
  }

  return {
    drafts,
    previews,
    /** Whether something picked was there already. */
    repeated,
    add: (files: readonly File[]) => {
      setRepeated(false)
      const room = Math.max(0, max - value.length - drafts.length)
      const added = files.slice(0, room).map((file) => ({ id: newUuid(), file }))
      setDrafts((all) => [
        ...all,
        ...added.map(({ id, file }): Draft => ({ id, name: file.name, state: 'preparing', progress: 0 })),
      ])
      for (const { id, file } of added) {
        now.current.sources.set(id, '')
        // One after the other: phones have little memory, and villages little signal.
        now.current.queue = now.current.queue.then(() => prepare(id, file))
      }
    },
    retry: ({ id, prepared }: Draft) => prepared && send(id, prepared),
    remove: (id: string) => {
      now.current.sources.delete(id)
      leave(id)
      if (value.includes(id)) change(value.filter((each) => each !== id))
    },
  }
}

/** Ends uploads and gives back the previews' memory when the field goes. */
function useLeaving(previews: Readonly<Record<string, string>>): AbortController {
  const [leaving] = useState(() => ({ current: new AbortController() }))
  const shown = useRef(previews)
  shown.current = previews
  useEffect(() => {
    // Strict mode mounts twice.
    if (leaving.current.signal.aborted) leaving.current = new AbortController()
    return () => {
      leaving.current.abort()
      for (const address of Object.values(shown.current)) URL.revokeObjectURL(address)
    }
  }, [leaving])
  return leaving.current
}
