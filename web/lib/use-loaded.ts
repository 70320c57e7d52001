import { useEffect, useState } from 'react'

type Loaded<Value> = { value?: Value; error?: unknown }

/** Loads once per `key` without a query store, for the pages before sign-in. `undefined` as key loads nothing. */
export function useLoaded<Value>(
  key: string | undefined,
  load: (key: string) => Promise<Value>,
): Loaded<Value> {
  const [state, setState] = useState<Loaded<Value> & { key?: string | undefined }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is a new function on every render; the key says what is loaded
  useEffect(() => {
    if (key === undefined) return
    let current = true
    load(key).then(
      (value) => current && setState({ key, value }),
      (error: unknown) => current && setState({ key, error }),
    )
    return () => {
      current = false
    }
  }, [key])
  return state.key === key ? state : {}
}
