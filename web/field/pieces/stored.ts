import { useEffect, useState } from 'react'
import type { FieldBundle } from '../../../schema/api/field.ts'
import { useField } from '../field-context.tsx'
import type { FieldPhoto, FieldRecord } from '../store/records.ts'
import type { FieldStore } from '../store/store.ts'

/**
 * What `read` finds on this phone, read again after every change, also of another tab's; undefined until it is known.
 * `key` says what is read: where it changes, it is read anew.
 */
export function useStored<Value>(
  read: (store: FieldStore) => Promise<Value>,
  key: string,
): Value | undefined {
  const { store } = useField()
  const [found, setFound] = useState<{ key: string; value: Value }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `read` closes over
  useEffect(() => {
    let gone = false
    const look = async () => {
      const value = await read(store)
      if (!gone) setFound({ key, value })
    }
    look()
    const stop = store.subscribe(look)
    return () => {
      gone = true
      stop()
    }
  }, [store, key])
  return found?.key === key ? found.value : undefined
}

/** Every record of the owner's on this phone, those sent lately included. */
export function useRecords(): FieldRecord[] | undefined {
  return useStored((store) => store.records(), 'records')
}

/** What the last sync brought; null before the first one, undefined while it is being read. */
export function useBundle(): FieldBundle | null | undefined {
  return useStored(async (store) => (await store.bundle()) ?? null, 'bundle')
}

/** The photos of a record, in the order they were taken; none where there is no record yet. */
export function usePhotosOf(record: string | undefined): FieldPhoto[] {
  const found = useStored(
    async (store) => (record === undefined ? [] : await store.photos(record)),
    `photos ${record}`,
  )
  return found ?? []
}
