import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { BeforeAfter } from '../../../ui/photos/before-after.tsx'

/** What was found beside what was made of it. */
export function Pictures({ issue: { photos } }: { issue: IssueDetail }) {
  if (photos.length === 0) return null
  return <BeforeAfter photos={photos} />
}
