import { useEffect, useState } from 'react'

type Initials = (name: string) => string
let loaded: Initials | undefined

/**
 * A search over Chinese names: by part of the name, or by pinyin initials once the reader types Latin letters (only
 * then is the dictionary fetched). Answers the items that match, in their order.
 */
export function useNameSearch<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  q: string,
): Item[] {
  const [, rerender] = useState(loaded !== undefined)
  const wanted = q.trim().toLowerCase()
  const latin = /^[a-z]+$/.test(wanted)
  useEffect(() => {
    if (!latin || loaded) return
    let current = true
    loadInitials().then(
      () => current && rerender(true),
      () => {},
    )
    return () => {
      current = false
    }
  }, [latin])
  if (wanted === '') return [...items]
  return items.filter((item) => {
    const name = nameOf(item)
    return name.toLowerCase().includes(wanted) || (latin && loaded?.(name).includes(wanted))
  })
}

async function loadInitials() {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string>()
  loaded = (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
      .join('')
      .toLowerCase()
    known.set(name, initials)
    return initials
  }
}
