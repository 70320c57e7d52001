import { useParams } from 'react-router'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useMeeting } from '../queries.ts'
import { MeetingForm } from './meeting-form.tsx'

/** A record being written: a new one, or one that exists. */
export default function EditPage() {
  const { meeting } = useParams()
  return meeting === undefined ? <MeetingForm /> : <Existing id={meeting} />
}

function Existing({ id }: { id: string }) {
  const { data, error, refetch } = useMeeting(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <MeetingForm key={data.id} meeting={data} /> : <div className="loading" />
}
