import { useSyncExternalStore } from 'react'

/** As in the style sheet. */
const room = '(min-width: 861px)'

/** Whether there is room for the navigation beside the page. */
export function useRoom(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(room).matches)
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(room)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
