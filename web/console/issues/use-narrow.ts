import { useSyncExternalStore } from 'react'

const phone = '(max-width: 760px)'

/** Whether the window is as narrow as a phone: lists are cards there, not tables. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(phone)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(phone).matches,
  )
}
