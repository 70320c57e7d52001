import { useEffect, useRef, useState } from 'react'
import { useField } from '../field-context.tsx'
import type { Body } from '../store/records.ts'

type Kind = Body['kind']
type BodyOf<K extends Kind> = Extract<Body, { kind: K }>

type Wanted<K extends Kind> = {
  /** A draft already begun. */
  id: string | undefined
  /** What it is until something is entered: guesses that nobody need keep. */
  guess: () => BodyOf<K>
  titleOf: (body: BodyOf<K>) => string
  /** Told the id as soon as there is a draft. */
  begun?: (id: string) => void
}

/** A draft that is begun only with the first thing entered, so that a look at an empty form leaves nothing behind. */
export function useLateDraft<K extends Kind>(kind: K, { id, guess, titleOf, begun }: Wanted<K>) {
  const { store } = useField()
  const [state, setState] = useState<'loading' | 'open' | 'gone'>(id === undefined ? 'open' : 'loading')
  const [body, setBody] = useState<BodyOf<K>>(guess)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const now = useRef({ id, body, queue: Promise.resolve('') })

  useEffect(() => {
    if (id === undefined || now.current.body !== body || savedAt !== null) return
    let gone = false
    store.record(id).then((found) => {
      if (gone) return
      if (found?.body.kind !== kind || found.state !== 'draft') return setState('gone')
      now.current.body = found.body as BodyOf<K>
      setBody(now.current.body)
      setSavedAt(found.changedAt)
      setState('open')
    })
    return () => {
      gone = true
    }
  }, [store, id, kind, body, savedAt])

  /** Puts it on disk as it stands, one write after the other; answers the draft's id. */
  const keep = (): Promise<string> => {
    const write = async () => {
      const wanted = now.current.body
      if (now.current.id === undefined) {
        now.current.id = await store.begin(wanted, titleOf(wanted))
        begun?.(now.current.id)
      } else {
        await store.write(now.current.id, wanted, titleOf(wanted))
      }
      setSavedAt(Date.now())
      return now.current.id
    }
    now.current.queue = now.current.queue.then(write)
    return now.current.queue
  }
  const change = (next: BodyOf<K>) => {
    now.current.body = next
    setBody(next)
    keep()
  }
  /** It is done: `last` is kept, and waits to be sent. */
  const finish = async (last: BodyOf<K>) => {
    now.current.body = last
    await store.finish(await keep())
  }
  return { id: now.current.id, state, body, savedAt, change, keep, finish }
}
