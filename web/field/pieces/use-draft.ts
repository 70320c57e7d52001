import { useEffect, useRef, useState } from 'react'
import { useField } from '../field-context.tsx'
import type { Body } from '../store/records.ts'

type Kind = Body['kind']
type BodyOf<K extends Kind> = Extract<Body, { kind: K }>

export type Draft<K extends Kind> = {
  /** `locked` once it is on its way; `missing` where this phone has no such record. */
  state: 'loading' | 'missing' | 'locked' | 'open'
  body: BodyOf<K> | undefined
  title: string
  /** When the last change was on disk, epoch ms; null while one is being written. */
  savedAt: number | null
  change: (next: (body: BodyOf<K>) => BodyOf<K>, title?: string) => void
  /** Resolves when every change is on disk. */
  written: () => Promise<void>
}

/**
 * A draft being written: each change is on screen at once and on disk right after, one after the other, so that the last
 * tap wins and none is lost when the page goes.
 */
export function useDraft<K extends Kind>(id: string, kind: K): Draft<K> {
  const { store } = useField()
  const [state, setState] = useState<Draft<K>['state']>('loading')
  const [shown, setShown] = useState<{ body: BodyOf<K>; title: string }>()
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const now = useRef<{ body: BodyOf<K>; title: string } | undefined>(undefined)
  const queue = useRef(Promise.resolve())

  useEffect(() => {
    let gone = false
    store.record(id).then((record) => {
      if (gone) return
      if (record?.body.kind !== kind) return setState('missing')
      now.current = { body: record.body as BodyOf<K>, title: record.title }
      setShown(now.current)
      setSavedAt(record.changedAt)
      setState(record.state === 'draft' ? 'open' : 'locked')
    })
    return () => {
      gone = true
    }
  }, [store, id, kind])

  const write = async () => {
    if (!now.current) return
    const { body, title } = now.current
    const taken = await store.write(id, body, title)
    if (!taken) return setState('locked')
    if (now.current.body === body) setSavedAt(Date.now())
  }
  const change: Draft<K>['change'] = (next, title) => {
    if (!now.current) return
    now.current = { body: next(now.current.body), title: title ?? now.current.title }
    setShown(now.current)
    setSavedAt(null)
    queue.current = queue.current.then(write)
  }
  return {
    state,
    body: shown?.body,
    title: shown?.title ?? '',
    savedAt,
    change,
    written: () => queue.current,
  }
}
