import type { PublicColumn } from '../../../schema/api/columns.ts'
import type { View } from '../view.ts'
import { columnWords } from './words.ts'

/** Which column, and that what was exposed has been rectified: icon and words, no colour alone. */
export function KindMark({ view, article }: { view: View; article: Pick<PublicColumn, 'kind' | 'state'> }) {
  const words = columnWords[view.language]
  return (
    <>
      <span className="tag">
        <span aria-hidden="true">{words.icon[article.kind]} </span>
        {words.kind[article.kind]}
      </span>
      {article.state === 'rectified' && <span className="tag"> · {words.rectified}</span>}
    </>
  )
}

/** Names and texts are as the county wrote them, whatever the page's language. */
export const written = 'zh-CN'
