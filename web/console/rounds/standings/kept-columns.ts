import { useMemo, useState } from 'react'

/** Which columns of a table are shown, remembered by this browser; by default those of `usual`. */
export function useKeptColumns<Key extends string>(
  table: string,
  all: readonly Key[],
  usual: readonly Key[],
): readonly [readonly Key[], (chosen: readonly Key[]) => void] {
  const place = `columns:${table}`
  const [kept, setKept] = useState(() => read(place))
  const chosen = useMemo(() => (kept ? all.filter((key) => kept.includes(key)) : usual), [all, kept, usual])
  const choose = (keys: readonly Key[]) => {
    setKept(keys)
    try {
      localStorage.setItem(place, JSON.stringify(keys))
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  }
  return [chosen, choose]
}

function read(place: string): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : undefined
  } catch {
    return undefined
  }
}
