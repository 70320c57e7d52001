import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Loading } from './loading.tsx'

export const fetchLibrary = () => import('./component-library.tsx')
const ComponentLibrary = lazy(fetchLibrary)

type Props = {
  needed?: boolean
  /** Stands there until it has come. */
  waiting?: ReactNode
  children: ReactNode
}

/**
 * Draws what needs the component library once that has come. It stays from then on, also around pages that do without:
 * what it says in passing outlives the page it was said on.
 */
export function WithLibrary({ needed = true, waiting = <Loading />, children }: Props) {
  const [kept, keep] = useState(needed)
  if (needed && !kept) keep(true)
  if (!kept) return children
  return (
    <Suspense fallback={waiting}>
      <ComponentLibrary>{children}</ComponentLibrary>
    </Suspense>
  )
}
