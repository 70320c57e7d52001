import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { whileHere } from '../../../lib/while-here.ts'
import { type Filters, filtersIn, sortedBy, sortSaid } from './filters.ts'

/** Browsers forbid writing the address at every keystroke; the table follows the typing, the address a moment later. */
const settle = 250

/** The filters of a table, kept in the address so that what is seen can be sent as a link. */
export function useFilters() {
  const [params, setParams] = useSearchParams()
  const [q, setQ] = useState(() => params.get('q') ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const write = (changes: Record<string, string>) => {
    // The address itself, not what it was when this was drawn: a search may still be on its way into it.
    const next = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    setParams(next, { replace: true })
  }
  const search = (text: string) => {
    setQ(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(
      whileHere(() => write({ q: text })),
      settle,
    )
  }
  const filters: Filters = { ...filtersIn(params), q }
  return {
    filters,
    search,
    choose: (changes: Partial<Record<'township' | 'show' | 'changed', string>>) => write(changes),
    sortBy: (key: string) => write({ sort: sortSaid(sortedBy(filters.sort, key)) }),
    clear: () => {
      clearTimeout(timer.current)
      setQ('')
      write({ q: '', township: '', show: '', changed: '' })
    },
    params,
  }
}
