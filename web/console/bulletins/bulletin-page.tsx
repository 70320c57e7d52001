import { Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { ErrorState } from '../../ui/error-state.tsx'
import { useBulletin, useMayWrite } from './queries.ts'
import { SettledBulletin } from './settled-bulletin.tsx'

const DraftPage = lazy(() => import('./draft-page.tsx'))

/** One bulletin: a draft to write, or what was issued. */
export default function BulletinPage() {
  const { bulletin = '' } = useParams()
  const mayWrite = useMayWrite()
  const { data, error, refetch, isFetchedAfterMount } = useBulletin(bulletin)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  // What another look left in memory may be an older version of the draft.
  if (!data || (data.state === 'draft' && !isFetchedAfterMount)) return <Spin />
  if (data.state !== 'draft' || !mayWrite(data.owner)) return <SettledBulletin bulletin={data} />
  return (
    <Suspense fallback={<Spin />}>
      <DraftPage key={data.id} first={data} />
    </Suspense>
  )
}
