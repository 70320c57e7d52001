import { useRouteError } from 'react-router'
import { ErrorState } from '../../ui/error-state.tsx'

/** When a page fails to load or to draw. A file missing after an update is cured by loading the page again. */
export function Failed() {
  const error = useRouteError()
  return (
    <div className="failed">
      <ErrorState error={error} retry={() => location.reload()} />
    </div>
  )
}
