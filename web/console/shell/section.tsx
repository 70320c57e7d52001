import { Suspense } from 'react'
import { useCounty } from '../../lib/session.ts'
import type { ConsoleSection } from '../sections.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'

/** Loads a section's code when it is first opened; to a member without its verb it does not exist. */
export function Section({ section: { verb, Page } }: { section: ConsoleSection }) {
  const { may } = useCounty()
  if (!may(verb)) return <NotFound />
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  )
}
