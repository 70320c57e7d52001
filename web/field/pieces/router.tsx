import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react'

/** Where every screen of the field app lives. */
export const root = '/field'

const moved = 'field-moved'

/** The address on screen: the part below `/field` cut at its slashes, and the query. */
export function useRoute(): { parts: readonly string[]; query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  return useMemo(() => {
    const { pathname, searchParams } = new URL(address, location.origin)
    const below = pathname.startsWith(`${root}/`) ? pathname.slice(root.length + 1) : ''
    return { parts: below.split('/').filter(Boolean).map(decodeURIComponent), query: searchParams }
  }, [address])
}

/** Goes to a screen, `to` below `/field` as in `/outbox`; `replace` leaves nothing to go back to. */
export function go(to: string, { replace = false } = {}): void {
  const depth = depthHere() + (replace ? 0 : 1)
  if (replace) history.replaceState({ depth }, '', root + to)
  else history.pushState({ depth }, '', root + to)
  dispatchEvent(new Event(moved))
}

/** One screen back; on a page that was opened directly, to `otherwise`. */
export function goBack(otherwise: string): void {
  if (depthHere() > 0) history.back()
  else go(otherwise, { replace: true })
}

/** A link within the field app; `to` as in `go`. */
export function Link({
  to,
  replace = false,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; replace?: boolean }) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to, { replace })
  }
  return <a {...rest} href={root + to} onClick={follow} />
}

function depthHere(): number {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener(moved, changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener(moved, changed)
  }
}
